import { expect, test } from 'vitest';
import { isRefused, StandInApp } from '../testing/stand-ins.ts';
import { windowShape } from './window-shape.ts';

test('a page that moves its window is refused, until it is undone', () => {
  const app = new StandInApp();
  const measure = windowShape(app.asApp());

  measure.apply();
  const page = app.open();
  const whileApplied = isRefused(page, 'content-bounds-updated', { x: 5, y: 5, width: 300, height: 300 });
  measure.undo();

  expect(whileApplied).toBe(true);
  expect(isRefused(page, 'content-bounds-updated')).toBe(false);
});
