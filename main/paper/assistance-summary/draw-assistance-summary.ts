import { drawDocument } from '../draw-document.ts';
import type { DrawingOutcome } from '../drawing.ts';
import { isDay, isInstant } from '../formats/dates.ts';
import type { AssistanceSummaryContent } from './assistance-summary-content.ts';
import { composeAssistanceSummary } from './compose.ts';

/** Draws what staff did for a tenant right here, see ../draw-document.ts. */
export async function drawAssistanceSummaryHere(content: AssistanceSummaryContent): Promise<DrawingOutcome> {
  const isDated = isDay(content.issuedOn) && content.acts.every(({ at }) => isInstant(at));
  return isDated ? drawDocument(composeAssistanceSummary(content)) : { ok: false, fault: 'DATE_IMPOSSIBLE' };
}
