import fc from 'fast-check';
import { expect, test } from 'vitest';

test('a test that draws its inputs draws the same ones when it is tried again', () => {
  const draw = () => fc.sample(fc.string(), 50);

  expect(draw()).toEqual(draw());
});
