import { expect, test, vi } from 'vitest';
import { isRefused, StandInApp } from '../testing/stand-ins.ts';
import { bluetoothChooser } from './bluetooth-chooser.ts';

test('no Bluetooth device is given to a page, though one is there, until it is undone', () => {
  const app = new StandInApp();
  const onAttempt = vi.fn();
  const choose = vi.fn();
  const measure = bluetoothChooser(app.asApp(), onAttempt);
  const ask = () => isRefused(page, 'select-bluetooth-device', [{ deviceId: 'headset' }], choose);

  measure.apply();
  const page = app.open();
  const whileApplied = ask();
  measure.undo();

  expect(whileApplied).toBe(true);
  expect(choose).toHaveBeenCalledExactlyOnceWith('');
  expect(onAttempt).toHaveBeenCalledExactlyOnceWith('device');
  expect(ask()).toBe(false);
});
