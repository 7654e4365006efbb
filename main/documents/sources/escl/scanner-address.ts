/** Where a scanner may stand. */
import { BlockList, isIP } from 'node:net';

/** RFC 1918, RFC 3927, RFC 4193, RFC 4291: what no router carries out of the house, and this machine. */
const PRIVATE = new BlockList();
PRIVATE.addSubnet('10.0.0.0', 8);
PRIVATE.addSubnet('172.16.0.0', 12);
PRIVATE.addSubnet('192.168.0.0', 16);
PRIVATE.addSubnet('169.254.0.0', 16);
PRIVATE.addSubnet('127.0.0.0', 8);
PRIVATE.addSubnet('fc00::', 7, 'ipv6');
PRIVATE.addSubnet('fe80::', 10, 'ipv6');
PRIVATE.addAddress('::1', 'ipv6');

/**
 * `https:` to anywhere. `http:` carries people's papers in clear and cannot know whom it talks to, so it is for
 * addresses of the agency's own network alone, and in figures: a name could be led elsewhere by whoever answers for it.
 */
export function isScannerUrl(text: string): boolean {
  const url = URL.parse(text);
  if (!url || url.username || url.password || url.search || url.hash) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isPrivateAddress(hostOf(url)));
}

/** As sockets want it: without the brackets that an address has in a URL. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1');
}

function isPrivateAddress(host: string): boolean {
  const family = isIP(host);
  return family !== 0 && PRIVATE.check(host, family === 6 ? 'ipv6' : 'ipv4');
}
