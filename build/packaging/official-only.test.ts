import { expect, test } from 'vitest';
import type { ElectronRuntime } from '../electron-runtime.mjs';
import { unfitToShip } from './official-only.ts';

const LOCKED = '45.4.1';

function runtime(kind: ElectronRuntime['kind'], version: string): ElectronRuntime {
  return { kind, version, folder: '/electron', executable: '/electron/electron' };
}

test('the official Electron of the lock file ships', () => {
  expect(unfitToShip(runtime('official', LOCKED), LOCKED)).toBeNull();
});

test.each([
  ['stand-in', '42.0.0', 'a stand-in for Electron (42.0.0)'],
  // Even one that says it is the right version.
  ['stand-in', LOCKED, 'a stand-in'],
  ['override', LOCKED, 'ELECTRON_OVERRIDE_DIST_PATH'],
  ['official', '44.0.0', 'not the one in the lock file'],
] as const)(
  'a runtime of the kind %s at %s does not, and the sentence says what it is',
  (kind, version, words) => {
    const sentence = unfitToShip(runtime(kind, version), LOCKED);

    expect(sentence).toMatch(/^No installer is made/);
    expect(sentence).toContain(words);
  },
);
