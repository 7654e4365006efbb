import type { PartnerTrouble } from '../../../preload/partner-contract.ts';

/** Chromium's own numbers, from its net_error_list.h. */
const ABORTED = -3;
const BLOCKED_BY_CLIENT = -20;
const TIMED_OUT = [-7, -118];
const CERTIFICATE = { first: -299, last: -200 };
/** The server speaks TLS as nobody should: wrong protocol, weak keys, a pinned key that does not match. */
const UNSAFE_TLS = [-107, -113, -123, -129, -150, -153];

/** What a page that could not be loaded is to the person; null when it was only given up, for another page or by us. */
export function troubleOf(netError: number): PartnerTrouble | null {
  if (netError === ABORTED) return null;
  if (netError === BLOCKED_BY_CLIENT) return 'elsewhere';
  if (TIMED_OUT.includes(netError)) return 'tooSlow';
  if (UNSAFE_TLS.includes(netError)) return 'unsafe';
  if (netError >= CERTIFICATE.first && netError <= CERTIFICATE.last) return 'unsafe';
  return 'unreachable';
}
