import { beforeEach, expect, test, vi } from 'vitest';
import { silentLog } from '../../log/log.ts';
import { isRefused, StandInApp } from '../testing/stand-ins.ts';
import { navigation } from './navigation.ts';

const onAttempt = vi.fn();
beforeEach(() => void onAttempt.mockClear());

const WAYS_OUT = [
  'will-navigate',
  'will-frame-navigate',
  'will-redirect',
  'will-attach-webview',
  'will-prevent-unload',
];

test.each(WAYS_OUT)('%s is refused, and no longer once it is undone', (way) => {
  const { measure, page } = arrange();

  const whileApplied = isRefused(page, way);
  measure.undo();

  expect(whileApplied).toBe(true);
  expect(isRefused(page, way)).toBe(false);
});

test('no window is opened, and whoever tries is counted', () => {
  const { page } = arrange();

  const [handler] = page.setWindowOpenHandler.mock.lastCall ?? [];

  expect(handler?.()).toEqual({ action: 'deny' });
  expect(onAttempt).toHaveBeenCalledExactlyOnceWith('window');
});

test('going elsewhere counts once, though Chromium tells of it twice', () => {
  const { page } = arrange();

  isRefused(page, 'will-frame-navigate');
  isRefused(page, 'will-navigate');

  expect(onAttempt).toHaveBeenCalledExactlyOnceWith('navigation');
});

function arrange() {
  const app = new StandInApp();
  const measure = navigation(app.asApp(), silentLog, onAttempt);
  measure.apply();
  return { measure, page: app.open() };
}
