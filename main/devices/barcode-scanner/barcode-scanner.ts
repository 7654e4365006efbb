/** A reader of printed codes. What it read is told to whoever made it. */
export interface BarcodeScanner {
  /** It is needed now: looks for it, unless it is open already. */
  open(): Promise<void>;
  close(): Promise<void>;
}
