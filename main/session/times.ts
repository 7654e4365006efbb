/** How long a session waits for a person, and for what is not finished. */
import type { Access } from '../../preload/contract.ts';

export interface SessionTimes {
  idleTimeoutSeconds: number;
  idleWarningSeconds: number;
  absoluteLimitMinutes: number;
  /** An unfinished print or payment puts the end off for so long at most. */
  holdLimitSeconds: number;
}

/** Whoever needs larger letters or a darker screen reads and touches more slowly. */
const UNHURRIED_PACE = 2;
/** "I need more time": once for the whole session, and on top of that. */
const MORE_TIME_PACE = 3;

/** Time to finish what one is at, or to print it. */
const LONGEST_LIMIT_WARNING_SECONDS = 120;

/** What a staff member gives the person they help, each time. */
export const LONGER_LIMIT_MINUTES = 15;

/** Long enough to be read by somebody who is already turning away. */
export const FAREWELL_MS = 8_000;

/** Longer than each part of the wipe gives itself; a wipe that takes longer has failed. */
export const WIPE_PATIENCE_MS = 12_000;

/** By how much everything that waits for a person waits longer. */
export function paceOf({ access, wantsMoreTime }: { access: Access; wantsMoreTime: boolean }): number {
  const isUnhurried = access.textSize !== 'normal' || access.contrast !== 'standard';
  return (isUnhurried ? UNHURRIED_PACE : 1) * (wantsMoreTime ? MORE_TIME_PACE : 1);
}

export function limitWarningSeconds({ absoluteLimitMinutes }: SessionTimes): number {
  return Math.min(LONGEST_LIMIT_WARNING_SECONDS, absoluteLimitMinutes * 30);
}
