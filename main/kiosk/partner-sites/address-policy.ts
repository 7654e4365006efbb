/** Where the pages of a partner site may lead, and what they may load. What no rule names is refused. */
import { isAddress, isCovered } from '../../config/origin-pattern.ts';
import type { PartnerSite } from '../../config/partner-sites.ts';

export type Origins = Pick<PartnerSite, 'allowedOrigins' | 'resourceOrigins'>;

/** Names that only a local network knows. RFC 6762, RFC 8375, ICANN's `.internal`, and names without a dot. */
const LOCAL_NAMES = /(^|\.)(local|localhost|internal|intranet|lan|home|corp|home\.arpa)\.?$/;

/** For the page itself and for every frame in it. */
export function mayLead(address: string, { allowedOrigins }: Origins): boolean {
  const url = URL.parse(address);
  return url !== null && isCovered(url, allowedOrigins);
}

/** For what a page is made of: pictures, styles, scripts, answers to its questions. */
export function mayLoad(address: string, site: Origins): boolean {
  const url = URL.parse(address.replace(/^ws/, 'http'));
  if (!url) return false;
  if (isCovered(url, site.allowedOrigins)) return true;
  if (site.resourceOrigins !== 'any-https') return isCovered(url, site.resourceOrigins);
  return url.protocol === 'https:' && isPublicName(url.hostname);
}

/** The payment terminal, the printer and the router have no business with a site. */
function isPublicName(hostname: string): boolean {
  return hostname.includes('.') && !isAddress(hostname) && !LOCAL_NAMES.test(hostname);
}
