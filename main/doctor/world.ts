import type { Readable } from 'node:stream';
import type { KioskToCheck } from '../health/checks.ts';

export const EXIT_FIT = 0;
export const EXIT_UNFIT = 1;
export const EXIT_USAGE = 2;
/** By the shell's convention: ended by Ctrl+C. */
export const EXIT_INTERRUPTED = 130;

/** A terminal, or whatever stands in its place. */
export interface DoctorInput extends Readable {
  readonly isTTY?: boolean;
  setRawMode?(isRaw: boolean): unknown;
}

/** Where the doctor stands: which kiosk it looks at, and whom it tells. */
export interface DoctorWorld {
  /** Read only when it is needed: a wrong configuration keeps nobody from making a code. */
  readonly kiosk: () => KioskToCheck;
  readonly input: DoctorInput;
  /** What was asked for; a program may read it. */
  tell(text: string): Promise<void>;
  /** What a person should know besides. */
  tellAside(text: string): Promise<void>;
}
