import { expect, test } from 'vitest';
import { sheetIn } from './sheet-in-picture.ts';

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
