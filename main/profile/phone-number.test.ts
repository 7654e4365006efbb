import { expect, test } from 'vitest';
import { judgePhone, shownPhone } from './phone-number.ts';

test.each([
  ['06 12 34 56 78', '+33612345678'],
  ['07.98.76.54.32', '+33798765432'],
  ['0033 6 12 34 56 78', '+33612345678'],
  ['+33 (0)6 12 34 56 78', '+33612345678'],
  ['06 90 12 34 56', '+590690123456'],
  ['0692 12 34 56', '+262692123456'],
  ['00 44 7911 123456', '+447911123456'],
  ['+213 551 23 45 67', '+213551234567'],
  ['00 351 912 345 678', '+351912345678'],
])('%s is %s', (typed, number) => {
  expect(judgePhone(typed, 'mobile')).toEqual({ ok: true, number });
});

test.each([
  ['', 'missing'],
  ['06 12 34 56', 'phoneTooShort'],
  ['06 12 34 56 78 9', 'phoneTooLong'],
  ['05 49 60 38 38', 'notMobile'],
  ['0590 82 00 00', 'notMobile'],
  ['0262 40 00 00', 'notMobile'],
  ['00 12', 'phoneTooShort'],
  ['bonjour', 'phone'],
])('%s is %s', (typed, fault) => {
  expect(judgePhone(typed, 'mobile')).toEqual({ ok: false, fault });
});

test('a fixed line may be any line', () => {
  expect(judgePhone('05 49 60 38 38', 'any')).toEqual({ ok: true, number: '+33549603838' });
});

test('a number is shown as it is dialled from here', () => {
  expect(shownPhone('+33612345678')).toBe('06 12 34 56 78');
  expect(shownPhone('+442079460958')).toBe('+44 20 7946 0958');
});
