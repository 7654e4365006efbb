import { expect, test } from 'vitest';
import { pixelsPerMillimetre } from './screen-density.ts';

const fullHd = { diagonalInches: 24, widthPixels: 1920, heightPixels: 1080 };

test('a 24-inch full-HD screen is 531 mm wide', () => {
  expect(1920 / pixelsPerMillimetre(fullHd, 1)).toBeCloseTo(531.3, 1);
});

test('standing upright changes nothing', () => {
  const upright = { ...fullHd, widthPixels: 1080, heightPixels: 1920 };

  expect(pixelsPerMillimetre(upright, 1)).toBe(pixelsPerMillimetre(fullHd, 1));
});

test('on a display with two device pixels to one, a millimetre has half as many', () => {
  expect(pixelsPerMillimetre(fullHd, 2)).toBe(pixelsPerMillimetre(fullHd, 1) / 2);
});
