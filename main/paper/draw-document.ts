import type { DrawingOutcome } from './drawing.ts';
import { inMillimetres, type PaperDocument } from './layout/document.ts';
import { layOut } from './layout/lay-out.ts';
import { paint } from './pdf/paint.ts';
import { openFonts } from './type/fonts.ts';
import { createTypesetter } from './type/typesetter.ts';

/** Draws a paper right here. It takes a while: main does it in a thread of its own, see paper.ts. */
export async function drawDocument(paper: PaperDocument): Promise<DrawingOutcome> {
  const laidOut = layOut(paper, createTypesetter(await openFonts()));
  const pdf = await paint(paper, laidOut);
  const { pages, pageHeight, missingGlyphs } = laidOut;
  const onRoll = paper.format.height === 'asNeeded' ? { lengthMillimetres: inMillimetres(pageHeight) } : {};
  return { ok: true, drawn: { pdf, pageCount: pages.length, missingGlyphs, ...onRoll } };
}
