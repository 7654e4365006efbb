import { type DrawingOutcome, drawnPaper } from '../drawing.ts';
import { layOut } from '../layout/lay-out.ts';
import { paint } from '../pdf/paint.ts';
import { openFonts } from '../type/fonts.ts';
import { createTypesetter } from '../type/typesetter.ts';
import { composePaymentReceipt } from './compose.ts';
import { composeRollReceipt } from './compose-roll.ts';
import type { PaymentReceiptContent } from './payment-receipt-content.ts';
import { faultOf } from './verify.ts';

/** Draws a receipt right here. It takes a while: main does it in a thread of its own, see ../paper.ts. */
export async function drawPaymentReceiptHere(content: PaymentReceiptContent): Promise<DrawingOutcome> {
  const fault = faultOf(content);
  if (fault) return { ok: false, fault };
  const paper = content.paperSize === 'roll80' ? composeRollReceipt(content) : composePaymentReceipt(content);
  const laidOut = layOut(paper, createTypesetter(await openFonts()));
  const pdf = await paint(paper, laidOut);
  return { ok: true, drawn: drawnPaper(pdf, paper, laidOut) };
}
