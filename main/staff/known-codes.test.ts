import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { lastResortConfig } from '../config/last-resort-config.ts';
import type { LoadedConfig } from '../config/load-config.ts';
import { silentLog } from '../log/log.ts';
import { knownStaffCodes } from './known-codes.ts';

const SALT = 'BwcHBwcHBwcHBwcHBwcHBw';
const TAG = 'Yfl3rtvrLqLQA0k5KI1oKFledNhh/nd9f0tHgpMLh2I';
const anne = { id: 'anne', codeHash: `$argon2id$v=19$m=32768,t=3,p=1$${SALT}$${TAG}` };
const bruno = { ...anne, id: 'bruno' };
const broken: LoadedConfig = { ok: false, faults: [] };

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'known-codes-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

test('a broken configuration leaves the codes of the last right one', () => {
  known(right([anne]));

  expect(known(broken)).toEqual([anne]);
});

test('who was taken out of the configuration does not come back when it breaks', () => {
  known(right([anne, bruno]));
  known(right([bruno]));

  expect(known(broken)).toEqual([bruno]);
});

test('where no configuration was ever right, nobody gets in', () => {
  expect(known(broken)).toEqual([]);
});

test.each(['{', '[{"id":"eve","codeHash":"246810"}]', '7'])(
  'what is no list of strong hashes is nobody: %s',
  (text) => {
    writeFileSync(join(folder, 'staff-codes.json'), text);

    expect(known(broken)).toEqual([]);
  },
);

test('only the kiosk’s own user can read them', () => {
  known(right([anne]));

  expect(statSync(join(folder, 'staff-codes.json')).mode & 0o777).toBe(0o600);
});

test('a disk that takes nothing keeps nobody out', () => {
  rmSync(folder, { recursive: true });

  expect(known(right([anne]))).toEqual([anne]);
});

function right(staffCodes: { id: string; codeHash: string }[]): LoadedConfig {
  return { ok: true, config: { ...lastResortConfig, staffCodes } };
}

function known(loaded: LoadedConfig) {
  return knownStaffCodes(loaded, folder, silentLog);
}
