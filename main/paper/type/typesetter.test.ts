import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { formatMoney } from '../formats/money.ts';
import { clean } from './clean.ts';
import { openFonts } from './fonts.ts';
import { createTypesetter, type Setting } from './typesetter.ts';

// Many samples, on a machine that others may be using.
vi.setConfig({ testTimeout: 30_000 });

const fonts = await openFonts();
const regular: Setting = { weight: 'regular', figures: 'proportional' };
const tabular: Setting = { weight: 'regular', figures: 'tabular' };

function widthOf(text: string, setting: Setting) {
  return createTypesetter(fonts).setLine(text, setting).width;
}

test('in tables every figure is as wide as any other, in both weights', () => {
  for (const weight of ['regular', 'strong'] as const) {
    const widths = Array.from('0123456789', (figure) =>
      widthOf(`${figure},74 €`, { weight, figures: 'tabular' }),
    );

    expect(new Set(widths).size).toBe(1);
  }
});

test('amounts of as many figures are equally wide, so that commas stand under each other', () => {
  const pair = fc.tuple(
    fc.integer({ min: 1_000_00, max: 9_999_99 }),
    fc.integer({ min: 1_000_00, max: 9_999_99 }),
  );
  fc.assert(
    fc.property(pair, ([one, other]) => {
      expect(widthOf(formatMoney(one, 'fr'), tabular)).toBeCloseTo(
        widthOf(formatMoney(other, 'fr'), tabular),
        6,
      );
    }),
  );
});

test('in sentences figures have their own widths and letters are kerned', () => {
  expect(widthOf('111', regular)).toBeLessThan(widthOf('000', regular));
  expect(widthOf('AV', regular)).toBeLessThan(widthOf('A', regular) + widthOf('V', regular));
});

test('in a ticket every character is as wide as any other, and none is joined to the next', () => {
  const fixed: Setting = { ...regular, pitch: 'fixed' };

  const widths = Array.from('0Wi.# À€', (character) => widthOf(character, fixed));

  expect(new Set(widths).size).toBe(1);
  expect(widthOf('1/2 => fi --', fixed)).toBeCloseTo(12 * (widths[0] ?? 0), 6);
});

test('Arabic letters take the shape of their place in the word, the first one rightmost', () => {
  const word = createTypesetter(fonts).setLine('محمد', regular).runs[0]?.glyphs ?? [];
  const alone = createTypesetter(fonts).setLine('م', regular).runs[0]?.glyphs[0]?.id;

  expect(word.map((glyph) => glyph.text).join('')).toBe('دمحم');
  expect(word.map((glyph) => glyph.id)).not.toContain(alone);
  expect(word[3]?.id).not.toBe(word[1]?.id);
});

test('what a line says does not depend on what was set before it', () => {
  const text = '27,74\u00a0€ إله لا';
  const fresh = createTypesetter(fonts).setLine(text, tabular);
  const used = createTypesetter(fonts);
  used.setLine('27,74 € ثبت الله مُحَمَّد', regular);

  expect(used.setLine(text, tabular)).toEqual(fresh);
});

test('each replaced character is counted', () => {
  expect(createTypesetter(fonts).setLine('A 田 B 🎉', regular).replacements).toBe(2);
});

test('letters that cannot be put together are replaced and counted, and the rest of the name stays joined', () => {
  const line = createTypesetter(fonts).setLine('محمد ڥ', regular);

  expect(line.replacements).toBe(1);
  expect(line.runs.flatMap((run) => run.glyphs.map((glyph) => glyph.text)).join('')).toContain('دمحم');
});

test('no word of any script stops the paper', () => {
  const letter = fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0x620, max: 0x6ff }) },
    fc.integer({ min: 0x750, max: 0x77f }),
    fc.integer({ min: 0x8a0, max: 0x8ff }),
    fc.integer({ min: 0x300, max: 0x36f }),
    fc.integer({ min: 0x20, max: 0x17f }),
  );
  const text = fc.array(letter, { maxLength: 12 }).map((codePoints) => String.fromCodePoint(...codePoints));
  fc.assert(
    fc.property(text, (word) => {
      expect(createTypesetter(fonts).setLine(clean(word), regular).width).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 1_000 },
  );
});
