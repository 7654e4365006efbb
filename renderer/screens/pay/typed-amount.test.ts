import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amend, centsOf } from './typed-amount.ts';

const OWED = 2_774;

describe('a sum that is typed', () => {
  test.each([
    ['27,74', '27,74', 2_774],
    ['12', '12', 1_200],
    ['12,5', '12,5', 1_250],
    ['12,', '12,', 1_200],
    [',5', '0,5', 50],
    ['007', '7', 700],
    ['0', '0', 0],
  ])('%s stands there as %s and is %d cents', (keys, text, cents) => {
    const typed = type(keys);

    expect(typed).toEqual({ text, refusal: null });
    expect(centsOf(typed.text)).toBe(cents);
  });

  test('is never more than can be paid: the figure too much is not taken, and that is said', () => {
    expect(type('28')).toEqual({ text: '2', refusal: 'tooMuch' });
    expect(type('27,75')).toEqual({ text: '27,7', refusal: 'tooMuch' });
    expect(type('270')).toEqual({ text: '27', refusal: 'tooMuch' });
  });

  test('has no third figure after the comma', () => {
    expect(type('1,234')).toEqual({ text: '1,23', refusal: 'centsFull' });
  });

  test('takes no second comma, no letter and no sign', () => {
    for (const key of [',', 'e', '-', '+', ' ', '١']) {
      expect(amend('1,2', `1,2${key}`, OWED), key).toEqual({ text: '1,2', refusal: null });
    }
  });

  test('takes a point for a comma', () => {
    expect(type('1.5')).toEqual({ text: '1,5', refusal: null });
  });

  test('is nothing once all is erased', () => {
    const { text } = amend('1', '', OWED);

    expect(text).toBe('');
    expect(centsOf(text)).toBe(0);
  });

  test('is a whole number of cents between nothing and the most, whatever is typed', () => {
    const key = fc.constantFrom(...'0123456789,.', '<', 'x');

    fc.assert(
      fc.property(fc.array(key, { maxLength: 20 }), fc.integer({ min: 1, max: 500_000 }), (keys, most) => {
        const cents = centsOf(type(keys.join(''), most).text);

        expect(Number.isInteger(cents)).toBe(true);
        expect(cents).toBeGreaterThanOrEqual(0);
        expect(cents).toBeLessThanOrEqual(most);
      }),
    );
  });
});

/** `<` takes the last figure away. */
function type(keys: string, maximumCents = OWED) {
  let amended = amend('', '', maximumCents);
  for (const key of keys) {
    const { text } = amended;
    amended = amend(text, key === '<' ? text.slice(0, -1) : text + key, maximumCents);
  }
  return amended;
}
