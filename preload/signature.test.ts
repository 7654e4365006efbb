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

/** A text that is read in more than one way takes seconds at this length. */
const MOST_WORK_MICROSECONDS = 200_000;

test('however it is made, it is judged at once', () => {
  const long = `M0 0${'L12 12'.repeat(SIGNATURE_MAX_LENGTH / 6)}x`;
  // Of the processor's time: the machine may be busy with something else.
  const before = process.cpuUsage();

  expect(SIGNATURE_PATH.test(long)).toBe(false);

  expect(process.cpuUsage(before).user).toBeLessThan(MOST_WORK_MICROSECONDS);
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
