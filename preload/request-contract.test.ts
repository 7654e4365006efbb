import { expect, test } from 'vitest';
import { requestSubjectSchema, requestTextSchema, unsignedPersonSchema } from './request-contract.ts';
import { charactersIn } from './request-subjects.ts';

const subject = { nature: 'dwelling', topic: 'water', place: 'kitchen', text: 'Fuite', isAnonymous: false };

test.each([
  ['4,000 letters', 'a'.repeat(4_000), true],
  ['4,000 emoji, which are twice as many code units', '🙂'.repeat(4_000), true],
  ['one letter more', 'a'.repeat(4_001), false],
  ['one emoji more', '🙂'.repeat(4_001), false],
  ['nothing', '', false],
])('a text of %s', (_, text, isTaken) => {
  expect(requestTextSchema.safeParse(text).success).toBe(isTaken);
});

test('a text comes through as it was written', () => {
  const text = ' \u0000\u001b[31m\u202e\ud800\r\n\tلا 👩‍👧 e\u0301 ';

  expect(requestTextSchema.parse(text)).toBe(text);
  expect(charactersIn(text)).toBe(Array.from(text).length);
});

test.each([
  ['its own topic and place', {}, true],
  ['none of either', { topic: null, place: null }, true],
  ['a topic of another nature', { topic: 'rentNotice' }, false],
  ['a place of another nature', { place: 'carPark' }, false],
  ['a topic where there is none', { nature: 'question', place: null }, false],
])('a subject with %s', (_, changes, isTaken) => {
  expect(requestSubjectSchema.safeParse({ ...subject, ...changes }).success).toBe(isTaken);
});

test('whoever does not sign in says how they can be reached', () => {
  const nobody = { name: 'Jeanne Martin', tenantNumber: null, phone: null, email: null };

  expect(unsignedPersonSchema.safeParse(nobody).success).toBe(false);
  expect(unsignedPersonSchema.safeParse({ ...nobody, phone: '06 12 34 56 78' }).success).toBe(true);
});
