import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { COME_BACK_AFTER_MS, type FrontWindow, inFront } from './in-front.ts';

const PLACE = { x: 0, y: 0, width: 1080, height: 1920 };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test.each(['blur', 'minimize', 'hide', 'move', 'resize', 'leave-full-screen', 'always-on-top-changed'])(
  'after %s the window is back in its place, in front, with the keys',
  (loss) => {
    const { window, calls } = arrange();

    window.emit(loss);
    vi.advanceTimersByTime(COME_BACK_AFTER_MS);

    expect(calls).toMatchObject({ restore: 1, show: 1, setBounds: 1, setKiosk: 1, moveTop: 1, focus: 1 });
  },
);

test('many losses at once are one return', () => {
  const { window, calls } = arrange();

  for (const loss of ['blur', 'move', 'resize', 'blur']) window.emit(loss);
  vi.advanceTimersByTime(COME_BACK_AFTER_MS);

  expect(calls.focus).toBe(1);
});

test('undone, it stays where it is, even if it was about to come back', () => {
  const { window, calls, measure } = arrange();

  window.emit('blur');
  measure.undo();
  window.emit('blur');
  vi.advanceTimersByTime(10 * COME_BACK_AFTER_MS);

  expect(calls).toEqual({});
});

test('a window that is gone does not come back', () => {
  const { window, calls } = arrange();

  window.emit('hide');
  Object.assign(window, { isDestroyed: () => true });
  vi.advanceTimersByTime(COME_BACK_AFTER_MS);

  expect(calls).toEqual({});
});

function arrange() {
  const calls: Record<string, number> = {};
  const count = (name: string) => () => {
    calls[name] = (calls[name] ?? 0) + 1;
  };
  const window = Object.assign(new EventEmitter(), {
    isDestroyed: () => false,
    isMinimized: () => true,
    isVisible: () => false,
    isKiosk: () => false,
    getBounds: () => ({ x: 40, y: 40, width: 300, height: 300 }),
    ...Object.fromEntries(
      ['restore', 'show', 'setBounds', 'setKiosk', 'moveTop', 'focus'].map((name) => [name, count(name)]),
    ),
  });
  const measure = inFront(window as unknown as FrontWindow, () => PLACE);
  measure.apply();
  return { window, calls, measure };
}
