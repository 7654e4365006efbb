import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { paragraphsOf } from '../request-acknowledgement/paragraphs.ts';
import { openFonts } from '../type/fonts.ts';
import { createTypesetter } from '../type/typesetter.ts';
import { layOutQuotation } from './quotation.ts';
import type { Element, Mark, Strip } from './strip.ts';

// Many samples, on a machine that others may be using.
vi.setConfig({ testTimeout: 30_000 });

const fonts = await openFonts();
const WIDTH = 300;
const SLACK = 0.01;

/** What people write, and what they paste: words of many scripts, pictures, controls, endless words. */
const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 10 }),
  fc.constantFrom(
    'الماء يتسرب',
    'Соседи',
    '田中さん',
    '👨‍👩‍👧‍👦',
    '\u202e',
    '\u0000',
    '\r\n',
    '\n\n',
    'é'.repeat(120),
  ),
);
const written = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(' '));

function layOut(text: string): { strips: Strip[]; quotation: Element } {
  const parent: Element = { role: 'Document', children: [] };
  const strips = layOutQuotation(
    { kind: 'quotation', paragraphs: paragraphsOf(text) },
    WIDTH,
    parent,
    createTypesetter(fonts),
  );
  const [quotation] = parent.children;
  if (!quotation) throw new Error('A quotation is an element');
  return { strips, quotation };
}

function textsOf(marks: readonly Mark[]) {
  return marks.filter((mark) => mark.kind === 'text');
}

function read(strips: readonly Strip[]): string {
  return strips
    .flatMap(({ marks }) => textsOf(marks))
    .flatMap(({ line }) => line.runs.flatMap((run) => run.glyphs.map((glyph) => glyph.text)))
    .join('');
}

test('whatever is written stays between the bar and the margin, a line a strip', () => {
  fc.assert(
    fc.property(written, (text) => {
      for (const { marks, height } of layOut(text).strips) {
        for (const mark of textsOf(marks)) {
          expect(mark.x).toBeGreaterThan(0);
          expect(mark.x + (mark.line.width * mark.size) / 1000).toBeLessThanOrEqual(WIDTH + SLACK);
          expect(mark.baseline).toBeLessThan(height);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('no word is lost, however often a person begins a new line', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcdéèçœ0123'), minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(word, fc.constantFrom(' ', '\n', '\n\n', '\r\n')), { maxLength: 40 }),
      (words) => {
        const text = words.map(([letters, end]) => letters + end).join('');

        expect(read(layOut(text).strips).replaceAll(' ', '')).toBe(
          words.map(([letters]) => letters).join(''),
        );
      },
    ),
    { numRuns: 30 },
  );
});

test('no line of a paragraph is left alone at the end of a page or at the top of one', () => {
  const { strips } = layOut('mot '.repeat(60));

  const kept = strips.map(({ keepWithNext }) => keepWithNext);
  expect(strips.length).toBeGreaterThan(4);
  expect([kept[0], kept.at(-2), kept.at(-1)]).toEqual([true, true, false]);
  expect(kept.slice(1, -2)).not.toContain(true);
});

test('a line of Arabic ends where a line of French does, and begins there', () => {
  const [french] = textsOf(layOut('Une fuite').strips[0]?.marks ?? []);
  const [arabic] = textsOf(layOut('الماء يتسرب').strips[0]?.marks ?? []);
  if (!french || !arabic) throw new Error('Each is a line');

  expect(french.x).toBe(10);
  expect(arabic.x + (arabic.line.width * arabic.size) / 1000).toBeCloseTo(WIDTH, 6);
});
