import { beforeAll, expect, test, vi } from 'vitest';
import { isStrongCodeHash } from '../config/staff-code-hash.ts';
import { hashCode } from './code-hashes.ts';
import { whoseCode } from './staff-codes.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let staffCodes: { id: string; codeHash: string }[];

beforeAll(async () => {
  staffCodes = [
    { id: 'anne', codeHash: await hashCode('135790') },
    { id: 'bruno', codeHash: await hashCode('24681012') },
  ];
});

test('a code is known by its person’s id', async () => {
  expect(await whoseCode('135790', staffCodes)).toBe('anne');
  expect(await whoseCode('24681012', staffCodes)).toBe('bruno');
});

test.each(['135791', '0135790', '13579'])('"%s" is nobody’s code', async (code) => {
  expect(await whoseCode(code, staffCodes)).toBeNull();
});

test('where nobody has a code, none fits', async () => {
  expect(await whoseCode('135790', [])).toBeNull();
});

test('the same code twice has two hashes, both as the configuration wants them', async () => {
  const hashes = [await hashCode('135790'), await hashCode('135790')];

  expect(hashes.every(isStrongCodeHash)).toBe(true);
  expect(hashes[0]).not.toBe(hashes[1]);
  expect(hashes.join()).not.toContain('135790');
});
