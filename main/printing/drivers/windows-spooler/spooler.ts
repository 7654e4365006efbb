/** The print spooler of Windows, as far as a program can know of it through Electron: what it takes, and no more. */
export interface Spooler {
  /** Whether a printer of this name is set up on the machine. That says nothing of its paper or its plug. */
  isInstalled(printerName: string): Promise<boolean>;
  /** Hands the sheets over. Aborting helps until they are on their way. Resolves within its own bounds, always. */
  print(job: SpoolerJob, signal: AbortSignal): Promise<SpoolerOutcome>;
}

export interface SpoolerJob {
  readonly printerName: string;
  /** What the queue of Windows shows: nothing of a person. */
  readonly title: string;
  /** Pictures in PNG, a sheet each. */
  readonly pages: readonly Uint8Array[];
  readonly sheet: { readonly widthMillimetres: number; readonly heightMillimetres: number };
}

/**
 * `taken`: the spooler has it all; whether paper comes out is between it and the printer. `notSent`: it has nothing of
 * it, for certain. `unknown`: it failed in the middle of it, or never answered.
 */
export type SpoolerOutcome = 'taken' | 'notSent' | 'unknown';
