import { expect, test } from 'vitest';
import { strengthOf } from './password-strength.ts';

const KNOWN = ['Lévêque', '1943-03-14', '0109904', 'marguerite.leveque@exemple.fr'];

test.each<[string, ReturnType<typeof strengthOf>]>([
  ['', { level: 'short', missing: 12 }],
  ['onze signes', { level: 'short', missing: 1 }],
  ['🙂🙂🙂', { level: 'short', missing: 9 }],
  ['a'.repeat(257), { level: 'tooLong' }],
  ['aaaaaaaaaaaaaa', { level: 'easy', why: 'repeated' }],
  ['chatchatchatchat', { level: 'easy', why: 'repeated' }],
  ['Bienvenue-2018', { level: 'easy', why: 'common' }],
  ['motdepasse123!', { level: 'easy', why: 'common' }],
  ['azertyuiop1234', { level: 'easy', why: 'sequence' }],
  ['abcdefgh-98765', { level: 'easy', why: 'sequence' }],
  ['Lévêque14031943', { level: 'easy', why: 'personal' }],
  ['leveque-0109904!', { level: 'easy', why: 'personal' }],
  ['marguerite1943', { level: 'easy', why: 'personal' }],
  ['tasse jaune 7', { level: 'fair' }],
  ['trois petits canards bleus', { level: 'strong' }],
  ['azerty trois petits canards', { level: 'strong' }],
])('%j is judged', (password, strength) => {
  expect(strengthOf(password, KNOWN)).toEqual(strength);
});

test('whoever is not known yet has nothing held against them', () => {
  expect(strengthOf('leveque-0109904!', [])).toEqual({ level: 'strong' });
});
