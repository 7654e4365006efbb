/** What every paper has to be: how it looks, what it says, and that its file is sound, small, named and tagged. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { DrawnPaper } from './drawing.ts';
import { drawnOf, MAX_BYTES_OF_ONE_PAGE } from './testing/drawn.ts';
import { goldenPapers } from './testing/golden-papers.ts';
import { differencesFromGolden } from './testing/golden-pictures.ts';
import {
  checkFile,
  readFonts,
  readLines,
  readProperties,
  readStructure,
  unpack,
} from './testing/read-pdf.ts';

// Other programs read the papers back, and they share the machine.
vi.setConfig({ testTimeout: 30_000 });

const ROLL_WIDTH_POINTS = (80 * 72) / 25.4;

describe.each(goldenPapers)('$folder, $name', (paper) => {
  let drawn: DrawnPaper;
  beforeAll(async () => {
    drawn = drawnOf(await paper.draw());
  });

  test('looks as it was accepted', async () => {
    expect(await differencesFromGolden(paper, drawn.pdf)).toEqual([]);
  });

  test('says what it must', async () => {
    const text = (await readLines(drawn.pdf)).join('\n').replaceAll('\u00a0', ' ');

    for (const line of paper.says) expect(text).toContain(line);
    expect(text).not.toMatch(/undefined|null|NaN|\[object/);
  });

  test('is a sound file of one page, small, its fonts within it', async () => {
    expect(await checkFile(drawn.pdf)).toContain('No syntax or stream encoding errors found');
    expect(drawn).toMatchObject({ pageCount: 1, missingGlyphs: 0 });
    expect(drawn.pdf.byteLength).toBeLessThan(MAX_BYTES_OF_ONE_PAGE);
    // Embedded, a subset, and with its characters told.
    for (const font of await readFonts(drawn.pdf)) {
      expect(font).toMatch(/^[A-Z]{6}\+(Atkinson|NotoSans)\S+ +CID TrueType .* yes yes yes /);
    }
  });

  test('is named, dated and in a language, and names nobody to a printer’s queue', async () => {
    const properties = await readProperties(drawn.pdf);
    const unpacked = await unpack(drawn.pdf);

    expect(properties).toMatchObject({
      Title: paper.title,
      Author: 'EKIDOM',
      CreationDate: `${paper.issuedOn}T00:00:00Z`,
      ModDate: `${paper.issuedOn}T00:00:00Z`,
      Tagged: 'yes',
    });
    const size = properties['Page size'] ?? '';
    if (paper.size === 'A4') expect(size).toContain('(A4)');
    else expect(Number.parseFloat(size)).toBeCloseTo(ROLL_WIDTH_POINTS, 1);
    expect(Object.values(properties).join(' ')).not.toMatch(/Aubigné|0147852|exemple|73,00|FR14/);
    expect(unpacked).toMatch(/\/Lang (\(fr-FR\)|<feff00660072002d00460052>)/);
    expect(unpacked).toContain('/DisplayDocTitle true');
  });

  test('tells a screen reader its parts', async () => {
    const structure = await readStructure(drawn.pdf);

    expect(structure).toMatch(/^Document/m);
    for (const [tag, count] of Object.entries(paper.tags)) {
      expect([tag, structure.match(new RegExp(`^ *${tag}(?![A-Za-z0-9])`, 'gm'))?.length]).toEqual([
        tag,
        count,
      ]);
    }
    // What stands at the foot of each page is not read out again and again.
    expect(structure).not.toContain('Page 1');
  });

  test('has the same bytes when it is drawn again', async () => {
    const again = drawnOf(await paper.draw());

    expect(Buffer.from(again.pdf).equals(Buffer.from(drawn.pdf))).toBe(true);
  });
});
