import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { expect, test } from 'vitest';
import { isRefused } from '../testing/stand-ins.ts';
import { windowTitle } from './window-title.ts';

test('a page that renames its window is refused, until it is undone', () => {
  const window = new EventEmitter();
  const measure = windowTitle(window as BrowserWindow);

  measure.apply();
  const whileApplied = isRefused(window, 'page-title-updated', 'Somebody else');
  measure.undo();

  expect(whileApplied).toBe(true);
  expect(isRefused(window, 'page-title-updated', 'Somebody else')).toBe(false);
});
