import { drawDocument } from '../draw-document.ts';
import type { DrawingOutcome } from '../drawing.ts';
import { composeUsefulNumbers } from './compose.ts';
import type { UsefulNumbersContent } from './useful-numbers-content.ts';

/** Draws the page of useful numbers right here, see ../draw-document.ts. */
export async function drawUsefulNumbersHere(content: UsefulNumbersContent): Promise<DrawingOutcome> {
  return drawDocument(composeUsefulNumbers(content));
}
