import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNoticeCode } from './notice-code.ts';

/** ISO 7064, MOD 97-10, by the book: with big numbers, and not as the kiosk does it. */
function checked(digits: string): string {
  return digits + String(98n - ((BigInt(digits) * 100n) % 97n)).padStart(2, '0');
}

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const reference = digits(12).map(checked);
const amount = fc.integer({ min: 0, max: 9_999_999_999 });
const wholeCode = fc
  .tuple(reference, amount)
  .map(([of, cents]) => `EKI1${checked(of + String(cents).padStart(10, '0'))}`);

test('the code of a notice is read', () => {
  const scanned = readNoticeCode('EKI100447320180736000000277468');

  expect(scanned).toEqual({ reference: '00447320180736', printedCents: 2774 });
});

test('the reference alone is read, as it is typed: in groups, with spaces, dashes or dots', () => {
  const typed = ['00447320180736', '0044 7320 1807 36', '0044-7320-1807-36', ' 0044\u00a07320–1807.36 '];

  expect(typed.map(readNoticeCode)).toEqual(
    typed.map(() => ({ reference: '00447320180736', printedCents: null })),
  );
});

test('a code is read whatever capitals a scanner makes of its mark', () => {
  expect(readNoticeCode('eki100447320180736000000277468')?.reference).toBe('00447320180736');
});

test('every right code is read', () => {
  fc.assert(
    fc.property(reference, amount, (of, cents) => {
      const code = `EKI1${checked(of + String(cents).padStart(10, '0'))}`;

      expect(readNoticeCode(code)).toEqual({ reference: of, printedCents: cents });
      expect(readNoticeCode(of)).toEqual({ reference: of, printedCents: null });
    }),
  );
});

describe.each([
  ['of a reference', reference],
  ['of a whole code', wholeCode],
])('is caught: in the digits %s', (_, codes) => {
  test('any digit that is wrong', () => {
    fc.assert(
      fc.property(codes, fc.nat(), fc.integer({ min: 1, max: 9 }), (code, place, by) => {
        const at = placeOfDigit(code, place);
        const wrong = code.slice(0, at) + String((Number(code[at]) + by) % 10) + code.slice(at + 1);

        expect(readNoticeCode(wrong)).toBeNull();
      }),
      { numRuns: 2_000 },
    );
  });

  test('any two neighbours that are swapped', () => {
    fc.assert(
      fc.property(codes, fc.nat(), (code, place) => {
        const at = Math.min(placeOfDigit(code, place), code.length - 2);
        const [one = '', other = ''] = code.slice(at, at + 2);
        fc.pre(one !== other);

        expect(readNoticeCode(code.slice(0, at) + other + one + code.slice(at + 2))).toBeNull();
      }),
      { numRuns: 2_000 },
    );
  });

  test('any digit that is missing, or one too many', () => {
    fc.assert(
      fc.property(codes, fc.nat(), (code, place) => {
        const at = placeOfDigit(code, place);

        expect(readNoticeCode(code.slice(0, at) + code.slice(at + 1))).toBeNull();
        expect(readNoticeCode(code.slice(0, at) + code[at] + code.slice(at))).toBeNull();
      }),
    );
  });
});

test('a code with right check digits around a wrong reference is none', () => {
  const wrongReference = '00447320180737';

  expect(readNoticeCode(`EKI1${checked(`${wrongReference}0000002774`)}`)).toBeNull();
});

test('another version, another mark and other alphabets are none', () => {
  const wrong = ['', 'EKI200447320180736000000277468', 'EKI1', '٠٠٤٤٧٣٢٠١٨٠٧٣٦', 'https://ekidom.example/'];

  expect(wrong.map(readNoticeCode)).toEqual(wrong.map(() => null));
});

test('nothing that can be scanned makes it stumble', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      const read = readNoticeCode(text);

      if (read) expect(read.reference).toMatch(/^\d{14}$/);
    }),
    { numRuns: 10_000 },
  );
});

/** Past the mark, which is not made of digits that could be mistaken. */
function placeOfDigit(code: string, place: number): number {
  const from = code.startsWith('EKI1') ? 4 : 0;
  return from + (place % (code.length - from));
}
