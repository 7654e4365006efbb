import { expect, test } from 'vitest';
import { createKioskCredentials } from './kiosk-credentials.ts';
import { createLockedKeyring, createMemoryKeyring } from './memory-keyring.ts';

const NOT_ENROLLED = { ok: false, error: { code: 'KIOSK_NOT_ENROLLED' } };

test.each([
  ['nothing', {}],
  ['an empty text', { 'kiosk-credential': '' }],
  ['what is no credential', { 'kiosk-credential': '{"sequence":1}', 'kiosk-credential-beside': 'revoked' }],
])('a machine whose keyring holds %s is not enrolled', async (_what, held) => {
  expect(await over(createMemoryKeyring(held)).read()).toEqual(NOT_ENROLLED);
});

test('a locked keyring is not mistaken for a machine that was never enrolled', async () => {
  const credentials = over(createLockedKeyring());

  expect(await credentials.read()).toEqual({ ok: false, error: { code: 'KEYRING_UNAVAILABLE' } });
  expect(await credentials.keep(named('first'), null)).toMatchObject({ ok: false });
});

test('a keyring that comes back is found again', async () => {
  const keyring = createMemoryKeyring();
  let tries = 0;
  const credentials = createKioskCredentials(async () =>
    tries++ === 0 ? { ok: false, error: { code: 'KEYRING_UNAVAILABLE' } } : { ok: true, value: keyring },
  );

  await credentials.read();

  expect(await credentials.read()).toEqual(NOT_ENROLLED);
});

test('a new credential stands beside the one in use until it was used itself', async () => {
  const credentials = over(createMemoryKeyring());
  await credentials.keep(named('first'), null);
  await credentials.keep(named('second'), 'first');
  const before = await namesIn(credentials);

  await credentials.confirm('second');

  expect(before).toEqual(['second', 'first']);
  expect(await namesIn(credentials)).toEqual(['second']);
});

test('what was handed in and never used gives way, never the one in use', async () => {
  const credentials = over(createMemoryKeyring());
  await credentials.keep(named('first'), null);
  await credentials.keep(named('lost'), 'first');

  await credentials.keep(named('third'), 'first');

  expect(await namesIn(credentials)).toEqual(['third', 'first']);
});

test('a late confirmation erases nothing that is newer', async () => {
  const credentials = over(createMemoryKeyring());
  await credentials.keep(named('first'), null);
  await credentials.keep(named('second'), 'first');

  await credentials.confirm('first');
  await credentials.confirm('unheard-of');

  expect(await namesIn(credentials)).toEqual(['second', 'first']);
});

test('a keyring that forgets is no place for a key', async () => {
  const forgetful = {
    ...createMemoryKeyring(),
    write: async () => ({ ok: true, value: undefined }) as const,
  };

  expect(await over(forgetful).keep(named('first'), null)).toMatchObject({
    error: { code: 'KEYRING_UNAVAILABLE' },
  });
});

test('who hands in keys takes turns, also after one that broke', async () => {
  const credentials = over(createMemoryKeyring());
  const order: string[] = [];
  const first = credentials.exclusively(async () => {
    await Promise.resolve();
    order.push('first');
    throw new Error('broken');
  });
  const second = credentials.exclusively(async () => order.push('second'));

  await Promise.allSettled([first, second]);

  expect(order).toEqual(['first', 'second']);
});

function over(keyring: ReturnType<typeof createMemoryKeyring>) {
  return createKioskCredentials(async () => ({ ok: true, value: keyring }));
}

function named(id: string) {
  return {
    id,
    name: 'Borne 1',
    audience: 'urn:api',
    issuedAt: '2018-07-01T00:00:00Z',
    expiresAt: '2019-07-01T00:00:00Z',
    privateKey: 'AAAA',
  };
}

async function namesIn(credentials: ReturnType<typeof over>) {
  const known = await credentials.read();
  return known.ok ? known.value.map(({ id }) => id) : known.error;
}
