/** The contract's longest wait, and the longest that anybody is told. */
const LONGEST_WAIT_SECONDS = 86_400;

/**
 * `Retry-After` in whole seconds: "120", or the date that a proxy in between may write (RFC 9110, 10.2.3).
 * Null without one that makes sense.
 */
export function retryAfterSeconds(header: unknown, now: number): number | null {
  if (typeof header !== 'string') return null;
  const seconds = secondsIn(header, now);
  if (Number.isNaN(seconds)) return null;
  return Math.min(Math.max(seconds, 0), LONGEST_WAIT_SECONDS);
}

function secondsIn(header: string, now: number): number {
  if (/^\d{1,10}$/.test(header)) return Number(header);
  return header.endsWith(' GMT') ? Math.ceil((Date.parse(header) - now) / 1_000) : Number.NaN;
}
