import { drawDocument } from '../draw-document.ts';
import type { DrawingOutcome } from '../drawing.ts';
import { composePaymentReceipt } from './compose.ts';
import type { PaymentReceiptContent } from './payment-receipt-content.ts';
import { faultOf } from './verify.ts';

/** Draws a receipt right here, see ../draw-document.ts. */
export async function drawPaymentReceiptHere(content: PaymentReceiptContent): Promise<DrawingOutcome> {
  const fault = faultOf(content);
  return fault ? { ok: false, fault } : drawDocument(composePaymentReceipt(content));
}
