/** Whom the kiosk believes to be the landlord's API: a certificate that the system trusts, and one of the pinned keys. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { silentLog } from '../../main/log/log.ts';
import { pinOf } from '../../main/tenant-api/pinned.ts';
import { probeTenantApi } from '../../main/tenant-api/probe.ts';
import { scriptedSigners } from '../../main/tenant-api/testing/scripted-signer.ts';

const ANOTHER_PIN = `sha256/${'A'.repeat(43)}=`;
const systemAuthorities = getCACertificates('default');

let folder: string;
let authority: string;
let pin: string;
let server: Server;
let heard: string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pins-'));
  authority = makeAuthority();
  const certificate = certify('api', 'DNS:localhost');
  pin = pinOf(Buffer.from(certificate.replace(/-----[A-Z ]+-----|\s/g, ''), 'base64'));
  server = createServer({ cert: certificate, key: read('api.key') }, (request, response) => {
    heard.push(request.url ?? '');
    response.writeHead(201, { 'Content-Type': 'application/json' }).end(
      JSON.stringify({
        token: 'kiosk-token-of-twenty-characters',
        expiresAt: '2999-01-01T00:00:00Z',
        kiosk: { id: 'k-1', agencyId: 'a-1' },
        wantsNewCredential: false,
      }),
    );
  });
  // A kiosk that does not believe this certificate hangs up.
  server.on('tlsClientError', () => {});
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterAll(async () => {
  setDefaultCACertificates(systemAuthorities);
  server.closeAllConnections();
  await once(server.close(), 'close');
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  ['trusted, and nothing is pinned', () => undefined, 'localhost', 'OK'],
  ['trusted and pinned', () => [ANOTHER_PIN, pin], 'localhost', 'OK'],
  ['trusted, while another is pinned', () => [ANOTHER_PIN], 'localhost', 'API_NOT_PINNED'],
  ['pinned, and another host’s', () => [pin], '127.0.0.1', 'API_CERTIFICATE_OF_ANOTHER'],
])('a certificate that is %s: %#', async (_what, pins, host, code) => {
  setDefaultCACertificates([...systemAuthorities, authority]);

  expect(await codeOf(host, pins())).toBe(code);
  expect(heard).toHaveLength(code === 'OK' ? 1 : 0);
});

test('a certificate that the system does not trust is not believed for its pin', async () => {
  setDefaultCACertificates(systemAuthorities);

  expect(await codeOf('localhost', [pin])).toBe('API_CERTIFICATE_UNTRUSTED');
  expect(heard).toEqual([]);
});

test('a certificate that has had its time is told as such', async () => {
  setDefaultCACertificates([...systemAuthorities, authority]);
  const trusted = server.getTicketKeys();
  server.setSecureContext({ cert: certify('old', 'DNS:localhost', -1), key: read('old.key') });
  // A session of before would be taken up without another look at the certificate.
  server.setTicketKeys(Buffer.from(trusted).reverse());

  expect(await codeOf('localhost', undefined)).toBe('API_CERTIFICATE_EXPIRED');
  expect(heard).toEqual([]);
});

async function codeOf(host: string, pins: readonly string[] | undefined): Promise<string> {
  heard = [];
  const { port } = server.address() as AddressInfo;
  const { outcome } = await probeTenantApi({
    baseUrl: `https://${host}:${port}/v1`,
    pins,
    timeoutSeconds: 5,
    signers: scriptedSigners,
    log: silentLog,
  });
  return outcome.ok ? 'OK' : outcome.error.code;
}

function makeAuthority(): string {
  openssl(
    ...['req', '-x509', '-nodes', '-days', '2', '-subj', '/CN=Authority of a test'],
    ...['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-keyout', 'authority.key'],
    ...['-out', 'authority.pem'],
  );
  return read('authority.pem');
}

function certify(name: string, names: string, days = 1): string {
  writeFileSync(join(folder, 'names'), `subjectAltName=${names}`);
  openssl(
    ...['req', '-new', '-nodes', '-subj', `/CN=${name}`, '-keyout', `${name}.key`, '-out', `${name}.csr`],
    ...['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  );
  openssl(
    ...['x509', '-req', '-in', `${name}.csr`, '-days', String(days), '-set_serial', '2', '-extfile', 'names'],
    ...['-CA', 'authority.pem', '-CAkey', 'authority.key', '-out', `${name}.pem`],
  );
  return read(`${name}.pem`);
}

function openssl(...words: string[]): void {
  execFileSync('openssl', words, { cwd: folder, stdio: 'ignore' });
}

function read(file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}
