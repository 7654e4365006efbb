import { drawDocument } from '../draw-document.ts';
import type { DrawingOutcome } from '../drawing.ts';
import { composeRequestAcknowledgement } from './compose.ts';
import type { RequestAcknowledgementContent } from './request-acknowledgement-content.ts';
import { faultOf } from './verify.ts';

/** Draws the acknowledgement of a request right here, see ../draw-document.ts. */
export async function drawRequestAcknowledgementHere(
  content: RequestAcknowledgementContent,
): Promise<DrawingOutcome> {
  const fault = faultOf(content);
  if (fault) return { ok: false, fault };
  const outcome = await drawDocument(composeRequestAcknowledgement(content, { isWhollyPrintable: true }));
  if (!outcome.ok || outcome.drawn.missingGlyphs === 0) return outcome;
  return drawDocument(composeRequestAcknowledgement(content, { isWhollyPrintable: false }));
}
