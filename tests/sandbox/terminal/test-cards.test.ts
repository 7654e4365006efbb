import { expect, test } from 'vitest';
import { maskedNumberOf, TEST_CARDS } from './test-cards.ts';

test.each(TEST_CARDS)(
  'the test card $number looks like a real one: its check digit is right',
  ({ number }) => {
    const sum = [...number].reverse().reduce((total, digit, place) => {
      const doubled = Number(digit) * (place % 2 === 0 ? 1 : 2);
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);

    expect(sum % 10).toBe(0);
  },
);

test('a masked number shows the first six and the last four', () => {
  expect(maskedNumberOf(TEST_CARDS[2])).toBe('378282#####0005');
});
