/** A scanner, whatever it is reached by. */
import type { Result } from '../../../preload/contract.ts';

export interface Scanner {
  /**
   * All that lies in the feeder, or what lies on the glass: each file is handed over as it comes, and the next one is
   * asked for once it is taken. What `take` refuses ends the scan, and is its answer.
   *
   * SCANNER_UNREACHABLE, _NOT_TRUSTED, _BUSY, _NO_PAPER, _JAMMED, _MISPICKED, _COVER_OPEN, _STOPPED, _BROKEN_ANSWER;
   * DOCUMENT_TOO_BIG. Called off, it answers SCANNER_UNREACHABLE, and the scanner is told to stop.
   */
  scan(job: ScanJob): Promise<Result<void>>;
  /** How it is, with nothing moved. Fails for the same reasons; paper is only asked for when somebody scans. */
  check(): Promise<Result<ScannerCondition>>;
}

export interface ScanJob {
  take(file: Uint8Array): Promise<Result<unknown>>;
  /** Aborted once nobody wants it any more. */
  readonly signal: AbortSignal;
}

export interface ScannerCondition {
  readonly state: 'ready' | 'busy';
  /** As it calls itself; null where it does not. */
  readonly model: string | null;
  /** Null where nothing is known of one. */
  readonly feeder: 'loaded' | 'empty' | null;
}
