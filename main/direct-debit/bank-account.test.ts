import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compactIban, judgeBic, judgeIban } from './bank-account.ts';

/** Examples that banks and the register of IBANs publish. */
const FRENCH = 'FR7630006000011234567890189';
const SWISS = 'CH9300762011623852957';
const BRITISH = 'GB29NWBK60161331926819';

describe('an IBAN', () => {
  test.each([
    FRENCH,
    'FR1420041010050500013M02606',
    'DE89370400440532013000',
    'BE68539007547034',
    'ES9121000418450200051332',
    'PT50000201231234567890154',
    'LI21088100002324013AA',
  ])('of the European Economic Area needs no BIC: %s', (iban) => {
    expect(judgeIban(iban)).toEqual({ verdict: 'right', needsBic: false });
  });

  test.each([SWISS, BRITISH, 'MC5811222000010123456789030', 'SM86U0322509800000000270100'])(
    'of another country of SEPA needs one: %s',
    (iban) => {
      expect(judgeIban(iban)).toEqual({ verdict: 'right', needsBic: true });
    },
  );

  test.each([
    'FR76 3000 6000 0112 3456 7890 189',
    'fr7630006000011234567890189',
    ' FR76-3000-6000-0112-3456-7890-189 ',
    'FR76\u00a03000\u202f6000\u200b0112\u2060345678\ufeff90189',
  ])('is understood however it is written: %j', (typed) => {
    expect(judgeIban(typed)).toEqual({ verdict: 'right', needsBic: false });
    expect(compactIban(typed)).toBe(FRENCH);
  });

  test.each([
    ['', 'missing', null],
    ['   ', 'missing', null],
    ['FR76 3000 6000 0112 3456 7890 18é', 'characters', null],
    ['7630006000011234567890189', 'country', null],
    ['F', 'country', null],
    ['XX7630006000011234567890189', 'country', null],
    ['US7630006000011234567890189', 'country', null],
    // Turkey has IBANs, and is not in SEPA.
    ['TR330006100519786457841326', 'outsideSepa', null],
    ['FR', 'tooShort', 27],
    [FRENCH.slice(0, -1), 'tooShort', 27],
    [`${FRENCH}0`, 'tooLong', 27],
    ['DE8937040044053201300', 'tooShort', 22],
    ['FR76300A6000011234567890189', 'format', null],
    ['FR7630006000011234567890198', 'checkDigits', null],
    // Adds up as an IBAN, and not as an account within its bank.
    ['FR4330006000011234567890188', 'checkDigits', null],
    ['FRAA30006000011234567890189', 'checkDigits', null],
  ])('that is wrong is told what is wrong with it: %j', (typed, fault, expectedLength) => {
    expect(judgeIban(typed)).toEqual({ verdict: 'wrong', fault, expectedLength });
  });

  test('with one digit mistyped or two neighbours swapped is never right', () => {
    const positions = fc.integer({ min: 2, max: FRENCH.length - 1 });
    fc.assert(
      fc.property(positions, fc.integer({ min: 1, max: 9 }), (at, step) => {
        const digit = (Number(FRENCH[at]) + step) % 10;
        const mistyped = FRENCH.slice(0, at) + digit + FRENCH.slice(at + 1);
        expect(judgeIban(mistyped).verdict).toBe('wrong');
      }),
    );
    for (let at = 2; at < FRENCH.length - 1; at += 1) {
      const swapped = FRENCH.slice(0, at) + FRENCH[at + 1] + FRENCH[at] + FRENCH.slice(at + 2);
      if (swapped !== FRENCH) expect(judgeIban(swapped).verdict, swapped).toBe('wrong');
    }
  });

  test('is judged whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 64, unit: 'binary' }), (typed) => {
        expect(['right', 'wrong']).toContain(judgeIban(typed).verdict);
      }),
    );
  });
});

describe('a BIC', () => {
  test.each([
    ['UBSWCHZH80A', SWISS],
    ['ubsw ch zh', SWISS],
    ['NWBKGB2L', BRITISH],
    // Jersey's banks have British IBANs.
    ['HBUKJESH', BRITISH],
  ])('of the country of the IBAN is right: %s', (bic, iban) => {
    expect(judgeBic(bic, iban)).toEqual({ verdict: 'right' });
  });

  test.each([
    ['', 'missing'],
    ['UBSWCHZ', 'format'],
    ['UBSWCHZH8', 'format'],
    ['1BSWCHZH', 'format'],
    ['UBSWXXZH', 'format'],
    ['BNPAFRPP', 'otherCountry'],
  ])('that is wrong is told what is wrong with it: %j', (bic, fault) => {
    expect(judgeBic(bic, SWISS)).toEqual({ verdict: 'wrong', fault });
  });
});
