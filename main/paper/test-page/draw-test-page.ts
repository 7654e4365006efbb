import { type DrawingOutcome, drawnPaper } from '../drawing.ts';
import { layOut } from '../layout/lay-out.ts';
import { paint } from '../pdf/paint.ts';
import { openFonts } from '../type/fonts.ts';
import { createTypesetter } from '../type/typesetter.ts';
import { composeTestPage } from './compose.ts';
import type { TestPageContent } from './test-page-content.ts';

/** Draws a test page right here. It takes a while: main does it in a thread of its own, see ../paper.ts. */
export async function drawTestPageHere(content: TestPageContent): Promise<DrawingOutcome> {
  const paper = composeTestPage(content);
  const laidOut = layOut(paper, createTypesetter(await openFonts()));
  const pdf = await paint(paper, laidOut);
  return { ok: true, drawn: drawnPaper(pdf, paper, laidOut) };
}
