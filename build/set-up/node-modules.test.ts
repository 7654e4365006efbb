import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isInstalledAsLocked } from './node-modules.mjs';

const ZOD = { 'node_modules/zod': { version: '4.6.7', integrity: 'sha512-zod' } };
const MAC_ONLY = { 'node_modules/mac': { version: '1.0.0', integrity: 'sha512-mac', optional: true } };

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'locked-'));
  mkdirSync(join(folder, 'node_modules'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('a fresh clone is not installed', () => {
  lock(ZOD);

  expect(isInstalledAsLocked(folder)).toBe(false);
});

test('all that the lock file names is there', () => {
  lock(ZOD);
  install(ZOD);

  expect(isInstalledAsLocked(folder)).toBe(true);
});

test('what is optional may be missing, since it may be for another platform', () => {
  lock({ ...ZOD, ...MAC_ONLY });
  install(ZOD);

  expect(isInstalledAsLocked(folder)).toBe(true);
});

test.each([
  ['a package is missing', {}],
  ['a version differs', { 'node_modules/zod': { version: '4.6.6', integrity: 'sha512-zod' } }],
  ['a content differs', { 'node_modules/zod': { version: '4.6.7', integrity: 'sha512-other' } }],
])('it is not as locked when %s', (_, installed) => {
  lock(ZOD);
  install(installed);

  expect(isInstalledAsLocked(folder)).toBe(false);
});

function lock(packages: object): void {
  const content = { packages: { '': { name: 'kiosk' }, ...packages } };
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(content));
}

/** What npm leaves behind when it has finished. */
function install(packages: object): void {
  writeFileSync(join(folder, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }));
}
