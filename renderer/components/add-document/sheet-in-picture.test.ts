import { expect, test } from 'vitest';
import { isSheet } from './perspective.ts';
import { cornersIn, sheetIn, viewOf } from './sheet-in-picture.ts';

test('of a wide picture, the middle is cut out at its full height', () => {
  expect(sheetIn({ width: 3_840, height: 2_160 })).toEqual({
    left: 1_157,
    top: 0,
    width: 1_527,
    height: 2_160,
  });
});

test('of a high picture, the middle is cut out at its full width', () => {
  expect(sheetIn({ width: 1_000, height: 2_000 })).toEqual({
    left: 0,
    top: 293,
    width: 1_000,
    height: 1_414,
  });
});

test('what lies beside the sheet is seen too, as far as the picture goes', () => {
  expect(viewOf({ width: 3_840, height: 2_160 })).toEqual({ left: 775, top: 0, width: 2_291, height: 2_160 });
  expect(viewOf({ width: 600, height: 800 })).toEqual({ left: 0, top: 0, width: 600, height: 800 });
});

test('the corners to begin with go round a sheet that is inside', () => {
  const corners = cornersIn({ width: 2_291, height: 2_160 });

  expect(isSheet(corners)).toBe(true);
  expect(corners[0]).toEqual({ x: 443, y: 61 });
  expect(corners[2]).toEqual({ x: 1_848, y: 2_099 });
});
