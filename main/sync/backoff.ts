/** Ceiling of the first wait; it doubles with every failure. */
const FIRST_CEILING_SECONDS = 2;
const LONGEST_CEILING_SECONDS = 600;

/** Longer than any outage is announced for: a mistake in one header must not hold up everything for a day. */
export const LONGEST_ASKED_SECONDS = 3_600;

/**
 * How long to wait before the next try: exponential with full jitter, so that the kiosks of a whole town do not come
 * back at the same instant after an outage. What the API asked for is waited out first, up to an hour.
 *
 * `failures`: tries so far, 1 or more. `random`: 0 up to but not 1.
 */
export function backoffSeconds(failures: number, retryAfterSeconds: number, random: () => number): number {
  const ceiling = Math.min(LONGEST_CEILING_SECONDS, FIRST_CEILING_SECONDS * 2 ** (failures - 1));
  return Math.min(retryAfterSeconds, LONGEST_ASKED_SECONDS) + random() * ceiling;
}
