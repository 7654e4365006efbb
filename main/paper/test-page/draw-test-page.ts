import { drawDocument } from '../draw-document.ts';
import type { DrawingOutcome } from '../drawing.ts';
import { composeTestPage } from './compose.ts';
import type { TestPageContent } from './test-page-content.ts';

/** Draws a test page right here, see ../draw-document.ts. */
export async function drawTestPageHere(content: TestPageContent): Promise<DrawingOutcome> {
  return drawDocument(composeTestPage(content));
}
