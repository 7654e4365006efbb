import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { takeAwayLeftovers } from './leftovers.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'leftovers-'));
  vi.stubEnv('TMPDIR', tmpdir());
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

test('what a page or a program left behind is gone, what the kiosk keeps on purpose stays', () => {
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

  takeAwayLeftovers(folder);

  expect(existsSync(join(folder, 'Local Storage'))).toBe(false);
  expect(existsSync(join(folder, 'IndexedDB'))).toBe(false);
  expect(readdirSync(join(folder, 'tmp'))).toEqual([]);
  expect(existsSync(join(folder, 'kiosk.sqlite'))).toBe(true);
  expect(existsSync(join(folder, 'logs/kiosk.log'))).toBe(true);
  expect(existsSync(join(folder, 'Code Cache/js/index'))).toBe(true);
});

test('temporary files are written where they are taken away', () => {
  takeAwayLeftovers(folder);

  expect(tmpdir()).toBe(join(folder, 'tmp'));
});
