import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { openFonts } from './fonts.ts';
import { breakIntoLines } from './line-breaking.ts';
import { createTypesetter, type SetLine, type Setting } from './typesetter.ts';

// Many samples, on a machine that others may be using.
vi.setConfig({ testTimeout: 30_000 });

const setting: Setting = { weight: 'regular', figures: 'tabular' };
const typesetter = createTypesetter(await openFonts());

function read(line: SetLine) {
  return line.runs.flatMap((run) => run.glyphs.map((glyph) => glyph.text)).join('');
}

function lines(text: string, width: number, maxLines = 100) {
  return breakIntoLines(text, setting, { width, maxLines }, typesetter);
}

test('what fits stays on one line', () => {
  expect(lines('Chèque bancaire', 10_000).map(read)).toEqual(['Chèque bancaire']);
});

test('lines break at spaces, never at no-break spaces', () => {
  expect(lines('Solde au 31\u00a0décembre\u00a02018', 9_500).map(read)).toEqual([
    'Solde au ',
    '31\u00a0décembre\u00a02018',
  ]);
});

test('the space at the end of a line takes no room', () => {
  const [first] = lines('Solde au 31\u00a0décembre\u00a02018', 9_500);

  expect(first?.width).toBeCloseTo(typesetter.setLine('Solde au', setting).width, 6);
});

test('a word that is too long is broken where the line ends', () => {
  const broken = lines('W'.repeat(40), 10_000);

  expect(broken.length).toBeGreaterThan(1);
  expect(broken.map(read).join('')).toBe('W'.repeat(40));
});

test('a text of too many lines visibly ends in an ellipsis', () => {
  const cut = lines('un deux trois quatre cinq six sept huit', 4_000, 2);

  expect(cut).toHaveLength(2);
  expect(read(cut[1] as SetLine)).toMatch(/…$/);
});

test('no line is ever wider than its measure, and nothing is lost unless it is shown to be', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme-ascii', maxLength: 120 }),
      fc.integer({ min: 2_000, max: 20_000 }),
      (raw, width) => {
        const text = raw.trim().replace(/ +/g, ' ');

        const broken = lines(text, width, 200);

        for (const line of broken) expect(line.width).toBeLessThanOrEqual(width + 1e-6);
        expect(broken.map(read).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      },
    ),
  );
});

test('ten thousand characters without a space do not take long to refuse', () => {
  expect(lines('é'.repeat(10_000), 10_000, 8)).toHaveLength(8);
});
