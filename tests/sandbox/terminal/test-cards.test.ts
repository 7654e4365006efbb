import { expect, test } from 'vitest';
import { CARD_TRACES, maskedNumberOf, TEST_CARDS, track1Of, track2Of } from './test-cards.ts';

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

test.each(TEST_CARDS)('the traces find $number, however it was written down', (card) => {
  const places = ['', '.', '..'].map((before) =>
    Buffer.from(`${before}${track2Of(card)} end`).toString('base64'),
  );
  const hidingPlaces = [card.number, track1Of(card), Buffer.from(track1Of(card)).toString('hex'), ...places];

  const missed = hidingPlaces.filter((text) => !CARD_TRACES.some((trace) => text.includes(trace)));

  expect(missed).toEqual([]);
});

test('a masked number shows the first six and the last four', () => {
  expect(maskedNumberOf(TEST_CARDS[2])).toBe('378282#####0005');
});
