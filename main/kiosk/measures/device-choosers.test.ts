import { EventEmitter } from 'node:events';
import type { Session } from 'electron';
import { expect, test, vi } from 'vitest';
import { isRefused } from '../testing/stand-ins.ts';
import { deviceChoosers } from './device-choosers.ts';

test.each([
  ['select-hid-device', [{ deviceList: [{ deviceId: 'reader' }] }], []],
  ['select-usb-device', [{ deviceList: [{ deviceId: 'stick' }] }], []],
  ['select-serial-port', [[{ portId: 'terminal' }], {}], ['']],
])('%s is answered with none of them, and counted, until it is undone', (event, details, none) => {
  const session = new EventEmitter();
  const onAttempt = vi.fn();
  const choose = vi.fn();
  const measure = deviceChoosers(session as unknown as Session, onAttempt);

  measure.apply();
  const whileApplied = isRefused(session, event, ...details, choose);
  measure.undo();

  expect(whileApplied).toBe(true);
  expect(choose).toHaveBeenCalledExactlyOnceWith(...none);
  expect(onAttempt).toHaveBeenCalledExactlyOnceWith('device');
  expect(isRefused(session, event, ...details, choose)).toBe(false);
});
