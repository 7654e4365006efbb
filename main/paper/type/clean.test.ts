import { expect, test } from 'vitest';
import { clean, cleanAsSpaced } from './clean.ts';

test.each([
  ['control characters', 'A\u0000B\u001b[31mC\u007fD\u009f', 'AB[31mCD'],
  ['line breaks and tabs', ' A\r\nB\tC\u2028D ', 'A B C D'],
  ['narrow no-break spaces', '1\u202f234,56\u00a0€', '1\u00a0234,56\u00a0€'],
  ['typographic spaces', 'A\u2009B\u3000C', 'A B C'],
  ['soft hyphens and byte order marks', 're\u00adve\ufeffnu', 'revenu'],
  ['accents written apart', 'Chèque'.normalize('NFD'), 'Chèque'],
  ['halves of characters', 'A\ud83dB', 'A\ufffdB'],
  ['towers of accents', `x${'\u0302'.repeat(50)}y`, 'x\u0302\u0302\u0302y'],
  ['variation selectors', '☺\ufe0f', '☺'],
])('%s', (_, text, expected) => {
  expect(clean(text)).toBe(expected);
});

test('a label cannot turn its figures around', () => {
  expect(clean('\u202e00,12\u202c \u2066x\u2069\u200f')).toBe('00,12 x');
});

test('joiners stay where Arabic letters need them, and only there', () => {
  expect(clean('می\u200cخواهم')).toBe('می\u200cخواهم');
  expect(clean('A\u200dB')).toBe('AB');
});

test('where columns stand apart by spaces, all of them are kept but the last', () => {
  expect(cleanAsSpaced('  MONTANT :\t  73,00\u202fEUR\u001b  ')).toBe('  MONTANT :   73,00\u00a0EUR');
});
