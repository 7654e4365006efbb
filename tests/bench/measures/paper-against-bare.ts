/**
 * What the kiosk's paper costs over drawing the same text, in the same places and fonts, with bare pdf-lib: figures
 * checked, laid out, tagged and written. Both in this thread, with the fonts read before, in turns.
 */
import { readFileSync } from 'node:fs';
import * as fontkit from 'fontkit';
import { PDFDocument, type PDFFont } from 'pdf-lib';
import { A4 } from '../../../main/paper/layout/document.ts';
import { layOut } from '../../../main/paper/layout/lay-out.ts';
import { forgetPaper, type StatementContent } from '../../../main/paper/paper.ts';
import { composeStatement } from '../../../main/paper/statement/compose.ts';
import { drawStatementHere } from '../../../main/paper/statement/draw-statement.ts';
import { verifyStatement } from '../../../main/paper/statement/verify.ts';
import { type FontName, fontFiles } from '../../../main/paper/type/font-files.ts';
import { openFonts } from '../../../main/paper/type/fonts.ts';
import { createTypesetter } from '../../../main/paper/type/typesetter.ts';
import { median } from '../quantiles.ts';
import { contentOf } from './statement-paper.ts';

const WARM_UP = 3;
const ROUNDS = 9;

export interface PaperAgainstBare {
  pdf1Ratio: number;
  pdf12Ratio: number;
  pdf100Ratio: number;
}

export async function measurePaperAgainstBare(): Promise<PaperAgainstBare> {
  try {
    return {
      pdf1Ratio: await ratioFor(1),
      pdf12Ratio: await ratioFor(12),
      pdf100Ratio: await ratioFor(100),
    };
  } finally {
    await forgetPaper();
  }
}

async function ratioFor(pages: number): Promise<number> {
  const content = await contentOf(pages);
  const text = await textOf(content);
  const fonts = await readFonts(text);
  const [own, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const [ownMs, bareMs] = [
      await durationOf(() => drawStatementHere(content)),
      await durationOf(() => drawBare(text, fonts)),
    ];
    if (round < WARM_UP) continue;
    own.push(ownMs);
    bare.push(bareMs);
  }
  return median(own) / median(bare);
}

async function durationOf(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

interface Piece {
  readonly text: string;
  readonly font: FontName;
  readonly size: number;
  readonly x: number;
  readonly baseline: number;
}

/** Every piece of text on each page, where the kiosk puts it. */
async function textOf(content: StatementContent): Promise<Piece[][]> {
  const verified = verifyStatement(content);
  if (!verified.ok) throw new Error(verified.fault);
  const { pages } = layOut(composeStatement(content, verified.totals), createTypesetter(await openFonts()));
  return pages.map((marks) =>
    marks.flatMap((mark) => {
      if (mark.kind !== 'text') return [];
      const { x, baseline, size, line } = mark;
      let from = x;
      return line.runs.map((run): Piece => {
        const text = run.glyphs.map((glyph) => glyph.text).join('');
        const piece = { text, font: run.face.name, size, x: from, baseline };
        const width = run.glyphs.reduce((sum, { advance }) => sum + advance, 0);
        from += (width / 1_000) * size;
        return piece;
      });
    }),
  );
}

type FontBytes = ReadonlyMap<FontName, Uint8Array>;

async function readFonts(pages: readonly Piece[][]): Promise<FontBytes> {
  const files = await fontFiles();
  const names = new Set(pages.flat().map(({ font }) => font));
  return new Map([...names].map((name) => [name, readFileSync(files[name])]));
}

async function drawBare(pages: readonly Piece[][], bytes: FontBytes): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.registerFontkit(fontkit as unknown as Parameters<PDFDocument['registerFontkit']>[0]);
  const fonts = new Map<FontName, PDFFont>();
  for (const [name, file] of bytes) fonts.set(name, await pdf.embedFont(file, { subset: true }));
  for (const pieces of pages) {
    const page = pdf.addPage([A4.width, A4.height]);
    for (const { text, font: name, size, x, baseline } of pieces) {
      const font = fonts.get(name);
      if (font) page.drawText(text, { x, y: A4.height - baseline, size, font });
    }
  }
  return pdf.save();
}
