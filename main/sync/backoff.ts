/** Ceiling of the first wait; it doubles with every failure. */
const FIRST_CEILING_SECONDS = 2;
const LONGEST_CEILING_SECONDS = 600;

/**
 * How long to wait before the next try: exponential with full jitter, so that the kiosks of a whole town do not come
 * back at the same instant after an outage. What the API asked for is waited out first, in full.
 *
 * `failures`: tries so far, 1 or more. `random`: 0 up to but not 1.
 */
export function backoffSeconds(failures: number, retryAfterSeconds: number, random: () => number): number {
  const ceiling = Math.min(LONGEST_CEILING_SECONDS, FIRST_CEILING_SECONDS * 2 ** (failures - 1));
  return retryAfterSeconds + random() * ceiling;
}
