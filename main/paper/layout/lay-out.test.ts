import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { composeStatement } from '../statement/compose.ts';
import type { StatementContent } from '../statement/statement-content.ts';
import { verifyStatement } from '../statement/verify.ts';
import { arbitraryStatement } from '../testing/arbitrary-statement.ts';
import { manyPostings, statementOf } from '../testing/sample-statement.ts';
import { openFonts } from '../type/fonts.ts';
import { createTypesetter } from '../type/typesetter.ts';
import { A4 } from './document.ts';
import { type LaidOutPaper, layOut } from './lay-out.ts';
import type { Mark, TextMark } from './strip.ts';

// Many samples, on a machine that others may be using.
vi.setConfig({ testTimeout: 30_000 });

const fonts = await openFonts();
const SLACK = 0.01;

function layOutStatement(content: StatementContent): LaidOutPaper {
  const verified = verifyStatement(content);
  if (!verified.ok) throw new Error(verified.fault);
  return layOut(composeStatement(content, verified.totals), createTypesetter(fonts));
}

function textsOf(marks: readonly Mark[]): TextMark[] {
  return marks.filter((mark) => mark.kind === 'text').filter((mark) => mark.line.width > 0);
}

function rightOf(mark: TextMark) {
  return mark.x + (mark.line.width * mark.size) / 1000;
}

function read(mark: TextMark) {
  return mark.line.runs.flatMap((run) => run.glyphs.map((glyph) => glyph.text)).join('');
}

test('nothing runs off the paper or into its neighbour, whatever the labels and amounts', () => {
  fc.assert(
    fc.property(arbitraryStatement(15), (content) => {
      for (const marks of layOutStatement(content).pages) {
        const lines = Map.groupBy(textsOf(marks), (mark) => mark.baseline.toFixed(2));
        for (const line of lines.values()) {
          const fromLeft = line.toSorted((one, other) => one.x - other.x);
          fromLeft.forEach((mark, index) => {
            const neighbour = fromLeft[index + 1]?.x ?? A4.width - A4.margin.sides;
            expect(mark.x).toBeGreaterThanOrEqual(A4.margin.sides - SLACK);
            expect(rightOf(mark)).toBeLessThanOrEqual(neighbour + SLACK);
            expect(mark.baseline).toBeLessThan(A4.height);
          });
        }
      }
    }),
    { numRuns: 50 },
  );
});

test('from page to page the rows go on where they stopped, without one lost or doubled', () => {
  const content = statementOf(manyPostings(400));

  const rows = layOutStatement(content).pages.map((marks) =>
    textsOf(marks)
      .map(read)
      .filter((text) => /^\d\d\/\d\d\/2018$/.test(text)),
  );

  expect(rows.flat()).toHaveLength(400);
  expect(rows.flat()).toEqual(
    rows.flat().toSorted((one, other) => Number(one.slice(3, 5)) - Number(other.slice(3, 5))),
  );
});

test('totals never stand on a page without entries above them', () => {
  for (let count = 1; count <= 64; count += 1) {
    const lastPage = layOutStatement(statementOf(manyPostings(count))).pages.at(-1) ?? [];
    const texts = textsOf(lastPage).map(read);

    const entries = texts.filter((text) => /^\d\d\/\d\d\/2018$/.test(text));

    expect(texts).toContain('Total de la période');
    expect(entries.length).toBeGreaterThanOrEqual(Math.min(count, 3));
  }
});

test('every page that goes on with the table names its columns', () => {
  for (const marks of layOutStatement(statementOf(manyPostings(400))).pages) {
    expect(textsOf(marks).map(read)).toEqual(
      expect.arrayContaining(['Date', 'Libellé', 'Débit', 'Crédit', 'Solde']),
    );
  }
});

test('a small paper takes the same document, on more pages', () => {
  const content = statementOf(manyPostings(10));
  const verified = verifyStatement(content);
  if (!verified.ok) throw new Error(verified.fault);
  const a5 = { ...A4, width: A4.height / 2, height: A4.width };

  const laidOut = layOut(
    { ...composeStatement(content, verified.totals), format: a5 },
    createTypesetter(fonts),
  );

  expect(laidOut.pages.length).toBeGreaterThan(1);
});
