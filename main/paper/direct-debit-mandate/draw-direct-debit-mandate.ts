import { drawDocument } from '../draw-document.ts';
import type { DrawingOutcome } from '../drawing.ts';
import { isDay } from '../formats/dates.ts';
import { composeDirectDebitForm, composeDirectDebitMandate } from './compose.ts';
import type { DirectDebitFormContent, DirectDebitMandateContent } from './direct-debit-mandate-content.ts';
import { faultOf } from './verify.ts';

/** Draws a mandate right here, see ../draw-document.ts. */
export async function drawDirectDebitMandateHere(
  content: DirectDebitMandateContent,
): Promise<DrawingOutcome> {
  const fault = faultOf(content);
  return fault ? { ok: false, fault } : drawDocument(composeDirectDebitMandate(content));
}

/** The same with lines to be filled in by hand. */
export async function drawDirectDebitFormHere(content: DirectDebitFormContent): Promise<DrawingOutcome> {
  if (!isDay(content.issuedOn)) return { ok: false, fault: 'DATE_IMPOSSIBLE' };
  return drawDocument(composeDirectDebitForm(content));
}
