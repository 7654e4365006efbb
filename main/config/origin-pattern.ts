/**
 * Which addresses a list of origins covers: `https://www.caf.fr` is that origin alone, `https://*.caf.fr` is every
 * origin under that name. Plain http is for this machine only.
 */

const LOOPBACK_HOSTS = ['127.0.0.1', '[::1]', 'localhost'];
const ANY_NAME_UNDER = '*.';
/** `https://*.caf.fr` names one organisation, `https://*.fr` a country. */
const FEWEST_LABELS_UNDER_STAR = 2;

export function isOriginPattern(text: string): boolean {
  const star = text.startsWith(`https://${ANY_NAME_UNDER}`);
  const origin = star ? text.replace(ANY_NAME_UNDER, '') : text;
  const url = URL.parse(origin);
  // As a browser writes it, and nothing behind it: a path would look like a limit that is not one.
  if (!url || !isSafeScheme(url) || origin !== url.origin || origin.includes('*')) return false;
  return !star || (url.hostname.split('.').length >= FEWEST_LABELS_UNDER_STAR && !isAddress(url.hostname));
}

/** @param patterns each of them an origin pattern */
export function isCovered(url: URL, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => {
    const star = `https://${ANY_NAME_UNDER}`;
    if (!pattern.startsWith(star)) return url.origin === pattern;
    return url.protocol === 'https:' && url.host.endsWith(`.${pattern.slice(star.length)}`);
  });
}

/** Of an https address anywhere, or of an http address on this machine. */
export function isSafeScheme(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK_HOSTS.includes(url.hostname));
}

/** A bare number instead of a name. */
export function isAddress(hostname: string): boolean {
  return hostname.startsWith('[') || /^\d+(\.\d+){3}$/.test(hostname);
}
