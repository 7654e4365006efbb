import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { expect, test } from 'vitest';
import { isRefused } from '../testing/stand-ins.ts';
import { closing } from './closing.ts';

test('the window closes only when the whole program is ended, or once it is undone', () => {
  const window = new EventEmitter();
  let isQuitting = false;
  const measure = closing(window as BrowserWindow, () => isQuitting);

  measure.apply();
  const bySomebody = isRefused(window, 'close');
  isQuitting = true;
  const atTheEnd = isRefused(window, 'close');
  isQuitting = false;
  measure.undo();

  expect(bySomebody).toBe(true);
  expect(atTheEnd).toBe(false);
  expect(isRefused(window, 'close')).toBe(false);
});
