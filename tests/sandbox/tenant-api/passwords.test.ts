import { expect, test } from 'vitest';
import { createPasswords } from './passwords.ts';
import { startTenantApi } from './tenant-api.ts';

test('a password is kept as an argon2id hash with a salt of its own', async () => {
  const { hash } = await createPasswords();

  const hashes = await Promise.all([hash('Bienvenue-2018'), hash('Bienvenue-2018')]);

  for (const one of hashes)
    expect(one).toMatch(/^\$argon2id\$v=19\$m=\d+,t=\d+,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  expect(hashes[0]).not.toBe(hashes[1]);
});

test('the right password is told from one that differs by a letter, a space or an accent', async () => {
  const { hash, verify } = await createPasswords();
  const stored = await hash('Bienvenue-2018');

  const verdicts = await Promise.all(
    ['Bienvenue-2018', 'bienvenue-2018', 'Bienvenue-2018 ', 'Bïenvenue-2018', ''].map((tried) =>
      verify(tried, stored),
    ),
  );

  expect(verdicts).toEqual([true, false, false, false, false]);
});

test('a hash of other costs is checked by its own', async () => {
  const { verify } = await createPasswords();
  // Made with the reference implementation: echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1 -l 32 -e
  const reference = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';

  const isRight = await verify('password', reference);

  expect(isRight).toBe(true);
});

test('every tenant of the sandbox has a hash, and nobody a password', async () => {
  const api = await startTenantApi();

  const hashes = api.tenants.map(({ passwordHash }) => passwordHash);
  await api.stop();

  expect(new Set(hashes).size).toBe(hashes.length);
  expect(hashes.every((hash) => hash.startsWith('$argon2id$'))).toBe(true);
  expect(JSON.stringify(api.tenants)).not.toContain(api.password);
});
