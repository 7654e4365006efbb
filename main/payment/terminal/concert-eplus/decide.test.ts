import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ORDER } from '../testing/orders.ts';
import { decide } from './decide.ts';

const YES = '010000112451978          ';

test('the one message that is a yes is a yes', () => {
  expect(decide(YES, ORDER, '01').outcome).toBe('APPROVED');
});

test('any other text is neither a yes nor a crash', () => {
  const texts = fc.oneof(
    fc.string({ maxLength: 90 }),
    fc.stringMatching(/^[0-9 ]{20,30}$/),
    fc.tuple(fc.nat({ max: 14 }), fc.string({ minLength: 1, maxLength: 1 })).map(
      // The mode of payment, at 11, is no part of the question.
      ([at, sign]) => (at === 11 ? '' : YES.slice(0, at) + sign + YES.slice(at + 1)),
    ),
  );

  fc.assert(
    fc.property(
      texts.filter((text) => text !== YES),
      (text) => {
        expect(decide(text, ORDER, '01').outcome).not.toBe('APPROVED');
      },
    ),
    { numRuns: 5_000 },
  );
});

test('a no to another amount is not a no to this payment', () => {
  const otherAmounts = fc.integer({ min: 0, max: 99_999_999 }).filter((cents) => cents !== ORDER.amountCents);

  fc.assert(
    fc.property(otherAmounts, fc.constantFrom('0', '7', '9'), (cents, result) => {
      const message = `01${result}${String(cents).padStart(8, '0')}1978          `;

      expect(decide(message, ORDER, '01')).toEqual({ outcome: 'UNKNOWN', reason: 'AMOUNT_DIFFERS' });
    }),
  );
});
