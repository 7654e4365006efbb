import type { DrawingOutcome } from '../drawing.ts';
import { layOut } from '../layout/lay-out.ts';
import { paint } from '../pdf/paint.ts';
import { openFonts } from '../type/fonts.ts';
import { createTypesetter } from '../type/typesetter.ts';
import { composeStatement } from './compose.ts';
import type { StatementContent } from './statement-content.ts';
import { verifyStatement } from './verify.ts';

/** Draws a statement right here. It takes a while: main does it in a thread of its own, see ../paper.ts. */
export async function drawStatementHere(content: StatementContent): Promise<DrawingOutcome> {
  const verified = verifyStatement(content);
  if (!verified.ok) return { ok: false, fault: verified.fault };
  const paper = composeStatement(content, verified.totals);
  const laidOut = layOut(paper, createTypesetter(await openFonts()));
  const pdf = await paint(paper, laidOut);
  return { ok: true, drawn: { pdf, pageCount: laidOut.pages.length, missingGlyphs: laidOut.missingGlyphs } };
}
