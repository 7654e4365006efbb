import { drawDocument } from '../draw-document.ts';
import type { DrawingOutcome } from '../drawing.ts';
import type { AccountSlipContent } from './account-slip-content.ts';
import { composeAccountSlip } from './compose.ts';
import { faultOf } from './verify.ts';

/** Draws the slip of a new account right here, see ../draw-document.ts. */
export async function drawAccountSlipHere(content: AccountSlipContent): Promise<DrawingOutcome> {
  const fault = faultOf(content);
  return fault ? { ok: false, fault } : drawDocument(composeAccountSlip(content));
}
