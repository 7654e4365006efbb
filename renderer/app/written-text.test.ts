import { expect, test } from 'vitest';
import { isReadable, shownText } from './written-text.ts';

test.each([
  ['lines of any system', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
  ['controls and escape sequences', 'a\u0000\u0007\u001b[31mb\u009d', 'a[31mb'],
  ['a direction that is turned around', 'IBAN \u202e321\u202c \u2067x\u2069', 'IBAN 321 x'],
  ['half a sign', 'a\ud800b', 'a\ufffdb'],
  ['a tower of marks', `a${'\u0301'.repeat(40)}b`, `a${'\u0301'.repeat(4)}b`],
  ['markup', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
])('%s cannot harm who reads it', (_, written, shown) => {
  expect(shownText(written)).toBe(shown);
});

test.each(['Bonjour,\n\tmerci', 'لا يوجد ماء', '👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🇫🇷', 'می‌خواهم', 'नमस्ते', 'שלום', '水漏れ'])(
  '%s is shown as it was written',
  (written) => {
    expect(shownText(written)).toBe(written);
  },
);

test('a text of nothing but blanks and controls says nothing', () => {
  expect(isReadable(' \n\u0000\u200b\u202e')).toBe(false);
  expect(isReadable('🙂')).toBe(true);
});
