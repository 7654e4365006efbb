import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSigned, SIGNATURE_MAX_LENGTH, SIGNATURE_PATH } from '../../../preload/signature.ts';
import { onSheet, pathOf } from './strokes.ts';

const BOX = { left: 100, top: 50, width: 500, height: 200 };
const points = fc.record({
  x: fc.double({ min: 0, max: 1_000, noNaN: true }),
  y: fc.double({ min: 0, max: 400, noNaN: true }),
});

test('a finger is found on the sheet, however large it is shown', () => {
  expect(onSheet({ clientX: 350, clientY: 150 }, BOX)).toEqual({ x: 500, y: 200 });
});

test('what strays over the edge stays on it', () => {
  expect(onSheet({ clientX: 99, clientY: 9_999 }, BOX)).toEqual({ x: 0, y: 400 });
});

test('no stroke is no signature', () => {
  expect(pathOf([])).toBe('');
  expect(isSigned(pathOf([]))).toBe(false);
});

test('a dot is seen, and is not yet a signature', () => {
  expect(pathOf([[{ x: 10.4, y: 20.6 }]])).toBe('M10 21L10 21');
  expect(isSigned('M10 21L10 21')).toBe(false);
});

test('points on the way from one to another are left out, corners are not', () => {
  const straight = Array.from({ length: 100 }, (_, index) => ({ x: index, y: index / 4 }));

  expect(pathOf([straight])).toBe('M0 0L99 25');
  expect(
    pathOf([
      [
        { x: 0, y: 0 },
        { x: 100, y: 100 },
        { x: 200, y: 0 },
      ],
    ]),
  ).toBe('M0 0L100 100L200 0');
});

test('a stroke that ends where it began is kept whole', () => {
  const circle = Array.from({ length: 60 }, (_, index) => ({
    x: 500 + 100 * Math.cos((index / 59) * 2 * Math.PI),
    y: 200 + 100 * Math.sin((index / 59) * 2 * Math.PI),
  }));

  expect(isSigned(pathOf([circle]))).toBe(true);
});

test('whatever is drawn becomes a path that is accepted', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(points, { minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 8 }),
      (strokes) => {
        expect(pathOf(strokes)).toMatch(SIGNATURE_PATH);
      },
    ),
    { numRuns: 200 },
  );
});

test('scribbling for minutes is still short enough to be sent', () => {
  const scribble = Array.from({ length: 4_000 }, (_, index) => ({
    x: 500 + 480 * Math.sin(index / 7),
    y: 200 + 190 * Math.sin(index / 11),
  }));
  const dots = Array.from({ length: 5_000 }, (_, index) => [{ x: index % 1_000, y: index % 400 }]);

  for (const path of [pathOf([scribble]), pathOf(dots)]) {
    expect(path.length).toBeLessThanOrEqual(SIGNATURE_MAX_LENGTH);
    expect(path).toMatch(SIGNATURE_PATH);
  }
});
