/** One thing that keeps people inside the kiosk. Each stands in a file of its own under `measures/`. */
export interface Measure {
  readonly name: string;
  /** Returns a promise only where the machine takes its time: the measure holds once that has resolved. */
  apply(): void | Promise<void>;
  /** Gives back what `apply` has taken. */
  undo(): void | Promise<void>;
}

/** What somebody tried that a measure refused. */
export type Attempt =
  | 'key'
  | 'navigation'
  | 'window'
  | 'download'
  | 'permission'
  | 'device'
  | 'fileDialog'
  | 'signInDialog';

/** What a measure tells of what it refused. */
export type OnAttempt = (attempt: Attempt) => void;
