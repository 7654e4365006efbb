import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Keyring } from './keyring.ts';
import { createLockedKeyring, createMemoryKeyring } from './memory-keyring.ts';
import { createSealing, loadSealingKey, type Sealing } from './sealing.ts';

const key = Buffer.alloc(32, 1);
const unavailable = { ok: false, error: { code: 'KEYRING_UNAVAILABLE' } };

const anyText = fc.string({ unit: 'grapheme' });

test('what was sealed is unsealed in the same context', () => {
  const sealing = createSealing(key);

  fc.assert(
    fc.property(anyText, anyText, (plain, context) => {
      expect(sealing.unseal(sealing.seal(plain, context), context)).toBe(plain);
    }),
  );
});

test('another context does not unseal', () => {
  const sealing = createSealing(key);

  fc.assert(
    fc.property(anyText, anyText, anyText, (plain, context, other) => {
      fc.pre(context !== other);

      expect(sealing.unseal(sealing.seal(plain, context), other)).toBeNull();
    }),
  );
});

test('one changed bit anywhere, or a missing end, does not unseal', () => {
  const sealing = createSealing(key);

  fc.assert(
    fc.property(anyText, fc.nat(), fc.nat(7), (plain, position, bit) => {
      const sealed = Buffer.from(sealing.seal(plain, 'context'));
      const at = position % sealed.length;
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(at) ^ (1 << bit), at);

      expect(sealing.unseal(changed, 'context')).toBeNull();
      expect(sealing.unseal(sealed.subarray(0, at), 'context')).toBeNull();
    }),
  );
});

test('bytes that nobody sealed do not unseal', () => {
  const sealing = createSealing(key);

  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(sealing.unseal(bytes, 'context')).toBeNull();
    }),
  );
});

test('another key does not unseal', () => {
  const sealed = createSealing(key).seal('private', 'context');

  expect(createSealing(Buffer.alloc(32, 2)).unseal(sealed, 'context')).toBeNull();
});

test('the same text is sealed differently each time and cannot be read in what is sealed', () => {
  const sealing = createSealing(key);

  const first = Buffer.from(sealing.seal('Madame Dupont', 'context'));
  const second = Buffer.from(sealing.seal('Madame Dupont', 'context'));

  expect(first.equals(second)).toBe(false);
  expect(first.includes('Dupont')).toBe(false);
});

test('what an earlier version of the program sealed is still unsealed', () => {
  const sealed = Buffer.from('AfYNSVvDYqJcO8xYvvU0EPrHeE5F55FtxRpNcRVlpP6rVbKq3rbl733l/tZW', 'base64');

  expect(createSealing(key).unseal(sealed, 'outbox d-1')).toBe('{"kept":"élan"}');
});

test('a fingerprint depends on the text, the purpose and the key, and on nothing else', () => {
  const sealing = createSealing(key);

  const fingerprint = sealing.fingerprint('lane', 'tenant-1');

  expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
  expect(createSealing(key).fingerprint('lane', 'tenant-1')).toBe(fingerprint);
  expect(sealing.fingerprint('lane', 'tenant-2')).not.toBe(fingerprint);
  expect(sealing.fingerprint('sign-in', 'tenant-1')).not.toBe(fingerprint);
  expect(createSealing(Buffer.alloc(32, 2)).fingerprint('lane', 'tenant-1')).not.toBe(fingerprint);
});

test('the first start makes a key that the next start finds', async () => {
  const keyring = createMemoryKeyring();

  const sealed = (await load(keyring)).seal('kept', 'context');

  expect((await load(keyring)).unseal(sealed, 'context')).toBe('kept');
});

test('two kiosks have two keys', async () => {
  const sealed = (await load(createMemoryKeyring())).seal('kept', 'context');

  expect((await load(createMemoryKeyring())).unseal(sealed, 'context')).toBeNull();
});

test('something else in the place of the key is reported and left there', async () => {
  for (const wrong of ['', 'not a key', randomBytes(16).toString('base64'), `${key.toString('base64')}\n`]) {
    const keyring = createMemoryKeyring({ 'sealing-key': wrong });

    expect(await loadSealingKey(keyring)).toEqual(unavailable);
    expect(await keyring.read('sealing-key')).toEqual({ ok: true, value: wrong });
  }
});

test('without a keyring, or with one that forgets, nothing is sealed', async () => {
  const forgetful: Keyring = {
    ...createMemoryKeyring(),
    write: async () => ({ ok: true, value: undefined }),
  };

  expect(await loadSealingKey(createLockedKeyring())).toEqual(unavailable);
  expect(await loadSealingKey(forgetful)).toEqual(unavailable);
});

test('a key of another length is a bug', () => {
  expect(() => createSealing(Buffer.alloc(16))).toThrow(RangeError);
});

async function load(keyring: Keyring): Promise<Sealing> {
  const loaded = await loadSealingKey(keyring);
  if (!loaded.ok) throw new Error(loaded.error.code);
  return loaded.value;
}
