import { expect, test } from 'vitest';
import { openFonts } from './fonts.ts';
import { cutIntoRuns, directionOf } from './runs.ts';

const fonts = await openFonts();

function seen(text: string) {
  return cutIntoRuns(text, 'regular', fonts, directionOf(text)).map((run) => [run.text, run.face.name]);
}

test('French text is one run', () => {
  expect(seen('L’été, 27,74 € à Łódź')).toEqual([['L’été, 27,74 € à Łódź', 'latin-regular']]);
});

test('an Arabic name after a French title stands to its right', () => {
  expect(seen('M. محمد بن علي')).toEqual([
    ['M. ', 'latin-regular'],
    ['محمد بن علي', 'arabic-regular'],
  ]);
});

test('in an Arabic sentence Latin words and figures go from right to left, but not their letters', () => {
  expect(seen('دفع APL 06/18')).toEqual([
    ['APL 06/18', 'latin-regular'],
    ['دفع ', 'arabic-regular'],
  ]);
});

test('brackets around Arabic look inwards', () => {
  expect(seen('(محمد)')).toEqual([[')محمد(', 'arabic-regular']]);
});

test('other scripts take the third face', () => {
  expect(seen('M. Пётр')).toEqual([
    ['M. ', 'latin-regular'],
    ['Пётр', 'other-regular'],
  ]);
});

test('a character that no face has is replaced where it stands, once for all its parts', () => {
  expect(seen('A田B')).toEqual([
    ['A', 'latin-regular'],
    ['\ufffd', 'other-regular'],
    ['B', 'latin-regular'],
  ]);
  expect(seen('👍🏽').flat().join('')).toContain('\ufffd');
});

test('nothing is nothing', () => {
  expect(seen('')).toEqual([]);
});
