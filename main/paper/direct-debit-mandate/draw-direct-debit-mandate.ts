import type { DrawingOutcome } from '../drawing.ts';
import { isDay } from '../formats/dates.ts';
import type { PaperDocument } from '../layout/document.ts';
import { layOut } from '../layout/lay-out.ts';
import { paint } from '../pdf/paint.ts';
import { openFonts } from '../type/fonts.ts';
import { createTypesetter } from '../type/typesetter.ts';
import { composeDirectDebitForm, composeDirectDebitMandate } from './compose.ts';
import type { DirectDebitFormContent, DirectDebitMandateContent } from './direct-debit-mandate-content.ts';
import { faultOf } from './verify.ts';

/** Draws a mandate right here. It takes a while: main does it in a thread of its own, see ../paper.ts. */
export async function drawDirectDebitMandateHere(
  content: DirectDebitMandateContent,
): Promise<DrawingOutcome> {
  const fault = faultOf(content);
  return fault ? { ok: false, fault } : draw(composeDirectDebitMandate(content));
}

/** The same with lines to be filled in by hand. */
export async function drawDirectDebitFormHere(content: DirectDebitFormContent): Promise<DrawingOutcome> {
  if (!isDay(content.issuedOn)) return { ok: false, fault: 'DATE_IMPOSSIBLE' };
  return draw(composeDirectDebitForm(content));
}

async function draw(paper: PaperDocument): Promise<DrawingOutcome> {
  const laidOut = layOut(paper, createTypesetter(await openFonts()));
  const pdf = await paint(paper, laidOut);
  return { ok: true, drawn: { pdf, pageCount: laidOut.pages.length, missingGlyphs: laidOut.missingGlyphs } };
}
