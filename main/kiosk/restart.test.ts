import { expect, test, vi } from 'vitest';
import { EXIT_BY_STAFF, EXIT_FOR_RESTART } from './exit-codes.ts';
import { prepareRestart } from './restart.ts';

test('where a unit starts the kiosk again, it does not start itself as well', () => {
  const relaunch = vi.fn();

  expect(prepareRestart({ relaunch }, { KIOSK_RESTARTED_BY_UNIT: '1' })).toBe(EXIT_FOR_RESTART);
  expect(relaunch).not.toHaveBeenCalled();
});

test('elsewhere it starts itself again, a desktop of systemd’s included', () => {
  const relaunch = vi.fn();

  expect(prepareRestart({ relaunch }, { INVOCATION_ID: '4a7c' })).toBe(EXIT_FOR_RESTART);
  expect(relaunch).toHaveBeenCalledOnce();
});

test('a unit can tell an end for good from every other', () => {
  expect(EXIT_BY_STAFF).not.toBe(EXIT_FOR_RESTART);
  // The shell's own codes begin at 126, and 1 and 2 are any failure's.
  expect(EXIT_BY_STAFF).toBeGreaterThan(2);
  expect(EXIT_BY_STAFF).toBeLessThan(126);
});
