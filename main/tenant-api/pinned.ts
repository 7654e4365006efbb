/** Certificate pinning: the API is believed only with one of the keys that the configuration names. */
import { createHash, X509Certificate } from 'node:crypto';
import { checkServerIdentity, type PeerCertificate } from 'node:tls';

/** What the error of a connection to another key says of itself, beside Node's own codes. */
export const NOT_PINNED = 'ERR_CERTIFICATE_NOT_PINNED';

/** For `checkServerIdentity` of an agent: what TLS asks for anyway, and then the pins. */
export function checkPinnedIdentity(pins: readonly string[]) {
  return (host: string, certificate: PeerCertificate): Error | undefined => {
    const mismatch = checkServerIdentity(host, certificate);
    if (mismatch) return mismatch;
    // The server's own key only: what it sends beside its certificate need not have been looked at by anybody.
    if (pins.includes(pinOf(certificate.raw))) return;
    return Object.assign(new Error('the certificate is none of those that are pinned'), { code: NOT_PINNED });
  };
}

/** RFC 7469, section 2.4: the digest of the certificate's public key, `sha256/…` in base64. */
export function pinOf(certificate: Buffer): string {
  const publicKey = new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' });
  return `sha256/${createHash('sha256').update(publicKey).digest('base64')}`;
}
