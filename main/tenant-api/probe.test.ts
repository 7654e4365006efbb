import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { silentLog } from '../log/log.ts';
import { probeTenantApi } from './probe.ts';
import { type ScriptedServer, startScriptedServer } from './testing/scripted-server.ts';
import { SIGNED, scriptedSigners } from './testing/scripted-signer.ts';

const NOON = Date.parse('2018-07-11T12:00:00Z');

let server: ScriptedServer;

beforeEach(async () => {
  server = await startScriptedServer();
  onTestFinished(() => server.close());
});

test('an API that gives a token is reached, and its time is compared with ours', async () => {
  server.on('POST /kiosk-tokens', tokenAt('Wed, 11 Jul 2018 11:58:00 GMT'));

  const probe = await ask();

  expect(probe).toMatchObject({ outcome: { ok: true }, aheadMs: 120_000 });
  expect(server.seen[0]?.headers.authorization).toBe(`Bearer ${SIGNED}`);
});

test('an API that says no still tells its time', async () => {
  server.on('POST /kiosk-tokens', (_request, response) => {
    response
      .writeHead(401, {
        'content-type': 'application/problem+json',
        date: 'Wed, 11 Jul 2018 12:00:30 GMT',
      })
      .end(JSON.stringify({ type: 'about:blank', title: 'No', status: 401, code: 'credential.invalid' }));
  });

  const probe = await ask();

  expect(probe).toMatchObject({ outcome: { ok: false }, aheadMs: -30_000 });
});

test('the clock of a portal in between is none to go by', async () => {
  server.on('POST /kiosk-tokens', (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html', date: 'Wed, 11 Jul 2018 03:00:00 GMT' });
    response.end('<h1>Please sign in</h1>');
  });

  const probe = await ask();

  expect(probe).toMatchObject({ outcome: { error: { code: 'API_BROKEN_ANSWER' } }, aheadMs: null });
});

test('an API that does not answer is not waited for', async () => {
  server.on('POST /kiosk-tokens', () => {});

  const probe = await ask({ timeoutSeconds: 0.2 });

  expect(probe).toMatchObject({ outcome: { error: { code: 'API_TIMEOUT' } }, aheadMs: null });
});

test('nothing is asked without a credential', async () => {
  const probe = await probeTenantApi({
    baseUrl: server.baseUrl,
    timeoutSeconds: 2,
    signers: async () => ({ ok: false, error: { code: 'KEYRING_UNAVAILABLE' } }),
    log: silentLog,
  });

  expect(probe).toMatchObject({ outcome: { error: { code: 'KEYRING_UNAVAILABLE' } }, aheadMs: null });
  expect(server.seen).toEqual([]);
});

function ask({ timeoutSeconds = 2 } = {}) {
  return probeTenantApi({
    baseUrl: server.baseUrl,
    timeoutSeconds,
    signers: scriptedSigners,
    log: silentLog,
    now: () => NOON,
  });
}

function tokenAt(date: string): Parameters<ScriptedServer['on']>[1] {
  return (_request, response) => {
    response.writeHead(201, { 'content-type': 'application/json', date }).end(
      JSON.stringify({
        token: 'kiosk-token-of-twenty-characters',
        expiresAt: '2999-01-01T00:00:00Z',
        kiosk: { id: 'k-1', agencyId: 'a-1' },
        wantsNewCredential: false,
      }),
    );
  };
}
