import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setLeftoversAside } from './leftovers.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'leftovers-'));
  vi.stubEnv('TMPDIR', tmpdir());
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

test('what a page or a program left behind is gone, what the kiosk keeps on purpose stays', async () => {
  for (const file of [
    'Local Storage/leveldb/000003.log',
    'IndexedDB/app_kiosk_0/000003.log',
    'tmp/statement.pdf',
    'kiosk.sqlite',
    'logs/kiosk.log',
    'Code Cache/js/index',
  ]) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), 'Mme Martin');
  }

  const deleteThem = setLeftoversAside(folder);
  const atOnce = readdirSync(folder);
  await deleteThem();

  expect(atOnce).not.toContain('Local Storage');
  expect(readdirSync(folder)).not.toContain('leftovers');
  expect(existsSync(join(folder, 'Local Storage'))).toBe(false);
  expect(existsSync(join(folder, 'IndexedDB'))).toBe(false);
  expect(readdirSync(join(folder, 'tmp'))).toEqual([]);
  expect(existsSync(join(folder, 'kiosk.sqlite'))).toBe(true);
  expect(existsSync(join(folder, 'logs/kiosk.log'))).toBe(true);
  expect(existsSync(join(folder, 'Code Cache/js/index'))).toBe(true);
});

test('temporary files are written where they are taken away', () => {
  setLeftoversAside(folder);

  expect(tmpdir()).toBe(join(folder, 'tmp'));
});

test('what a start that was cut off had set aside is deleted by the next', async () => {
  mkdirSync(join(folder, 'IndexedDB'));
  setLeftoversAside(folder);
  mkdirSync(join(folder, 'IndexedDB'));

  await setLeftoversAside(folder)();

  expect(readdirSync(folder)).toEqual(['tmp']);
});

test('a disk that cannot be written to is told when there is a screen to tell it on', async () => {
  writeFileSync(join(folder, 'file'), '');

  const deleteThem = setLeftoversAside(join(folder, 'file'));

  await expect(deleteThem()).rejects.toThrow();
});
