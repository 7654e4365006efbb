import { expect, test } from 'vitest';
import { amended, EMPTY_DRAFT } from './draft.ts';

const signed = { ...EMPTY_DRAFT, iban: 'FR76', day: 5, strokes: [[{ x: 1, y: 1 }]] };

test('a signature is given anew for another account, name or day', () => {
  expect(amended(signed, { iban: 'DE89' }).strokes).toEqual([]);
  expect(amended(signed, { holder: 'Mme Martin' }).strokes).toEqual([]);
  expect(amended(signed, { day: 10 }).strokes).toEqual([]);
});

test('a signature outlasts a look back', () => {
  expect(amended(signed, { iban: 'FR76', day: 5 }).strokes).toBe(signed.strokes);
  expect(amended(signed, { copyByEmail: false }).strokes).toBe(signed.strokes);
});
