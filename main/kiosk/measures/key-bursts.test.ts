import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { silentLog } from '../../log/log.ts';
import { isRefused, StandInApp, StandInPage } from '../testing/stand-ins.ts';
import { keyBursts } from './key-bursts.ts';

const BADGE = { signs: 10, figures: 'decimal' } as const;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a scan is told and reaches no page', () => {
  const { page, type, press, onScan } = arrange();

  const refused = [...type('EKI100447320180736000000277468'), press('Enter')];

  expect(new Set(refused)).toEqual(new Set([true]));
  expect(onScan).toHaveBeenCalledExactlyOnceWith('EKI100447320180736000000277468');
  expect(page.sendInputEvent).not.toHaveBeenCalled();
});

test('a badge is told and reaches no page', () => {
  const { page, type, press, onScan, onBadge } = arrange();

  const refused = [...type('0461851553'), press('Enter')];

  expect(new Set(refused)).toEqual(new Set([true]));
  expect(onBadge).toHaveBeenCalledExactlyOnceWith('0461851553');
  expect(onScan).not.toHaveBeenCalled();
  expect(page.sendInputEvent).not.toHaveBeenCalled();
});

test('what a person typed is given back as it was typed, and not looked at again', () => {
  const { page, type } = arrange();

  const refused = type('7é');
  vi.runAllTimers();

  expect(refused).toEqual([true, true]);
  expect(page.typed).toEqual(['7', 'é']);
});

test('keys that go up, and those with Ctrl, are none of its business', () => {
  const { press } = arrange();

  expect(press('7', { type: 'keyUp' })).toBe(false);
  expect(press('e', { control: true })).toBe(false);
});

test('a card’s track is told to nobody but the log, and the log gets nothing of it', () => {
  const log = { ...silentLog, warn: vi.fn() };
  const { type, onScan } = arrange(log);

  type(';4970101234567890=25121010000012300000?');
  vi.runAllTimers();

  expect(onScan).not.toHaveBeenCalled();
  expect(log.warn).toHaveBeenCalledExactlyOnceWith('key-bursts.track-refused');
});

test('undone, it looks at nothing', () => {
  const { measure, press } = arrange();

  measure.undo();

  expect(press('7')).toBe(false);
});

class TypingPage extends StandInPage {
  readonly typed: string[] = [];
  /** As Electron does: every key that is sent comes by the same way as those of the keyboard. */
  readonly sendInputEvent = vi.fn((event: { type: string; keyCode: string }) => {
    if (event.type === 'char') this.typed.push(event.keyCode);
    else
      expect(isRefused(this, 'before-input-event', keyOf(event.keyCode, { type: event.type }))).toBe(false);
  });
}

function arrange(log = silentLog) {
  const app = new StandInApp();
  const onScan = vi.fn();
  const onBadge = vi.fn();
  const measure = keyBursts(app.asApp(), { mark: 'EKI', onScan, badges: () => [BADGE], onBadge, log });
  measure.apply();
  const page = new TypingPage();
  app.open(page);
  const press = (key: string, more: object = {}) => isRefused(page, 'before-input-event', keyOf(key, more));
  return {
    measure,
    onScan,
    onBadge,
    page,
    press,
    type: (text: string) => [...text].map((sign) => press(sign)),
  };
}

function keyOf(key: string, more: object) {
  return { type: 'keyDown', key, isAutoRepeat: false, control: false, alt: false, meta: false, ...more };
}
