import { performance } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { isSigned, SIGNATURE_MAX_LENGTH, SIGNATURE_PATH } from './signature.ts';

test.each(['M0 0L1000 400', 'M12 34L56 78L90 123M400 399L401 398'])(
  'is strokes and nothing else: %s',
  (path) => {
    expect(path).toMatch(SIGNATURE_PATH);
  },
);

test.each([
  '',
  'M0 0',
  'L0 0L1 1',
  'M0 0L1001 0',
  'M0 0L0 401',
  'M0 0 L1 1',
  'M0.5 0L1 1',
  'M-1 0L1 1',
  'M0 0C1 1 2 2 3 3',
  'M0 0L1 1"/><script>',
  'M0 0L1 1\n',
])('anything else is no signature: %j', (path) => {
  expect(path).not.toMatch(SIGNATURE_PATH);
});

test('however it is made, it is judged at once', () => {
  const long = `M0 0${'L12 12'.repeat(SIGNATURE_MAX_LENGTH / 6)}x`;
  const startedAt = performance.now();

  expect(SIGNATURE_PATH.test(long)).toBe(false);

  expect(performance.now() - startedAt).toBeLessThan(200);
});

test('a tap or a tick is not enough', () => {
  expect(isSigned('M500 200L500 200')).toBe(false);
  expect(isSigned('M500 200L530 240L560 180')).toBe(false);
  expect(isSigned('M100 200L200 100L300 300')).toBe(true);
  // Many small strokes are a signature, too.
  expect(isSigned('M0 0L0 10'.repeat(20))).toBe(true);
  // The way from one stroke to the next is not drawn.
  expect(isSigned('M0 0L1 0M999 400L1000 400')).toBe(false);
});
