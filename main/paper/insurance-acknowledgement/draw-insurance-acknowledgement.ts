import { drawDocument } from '../draw-document.ts';
import type { DrawingOutcome } from '../drawing.ts';
import { composeInsuranceAcknowledgement } from './compose.ts';
import type { InsuranceAcknowledgementContent } from './insurance-acknowledgement-content.ts';
import { faultOf } from './verify.ts';

/** Draws the acknowledgement of an insurance certificate right here, see ../draw-document.ts. */
export async function drawInsuranceAcknowledgementHere(
  content: InsuranceAcknowledgementContent,
): Promise<DrawingOutcome> {
  const fault = faultOf(content);
  return fault ? { ok: false, fault } : drawDocument(composeInsuranceAcknowledgement(content));
}
