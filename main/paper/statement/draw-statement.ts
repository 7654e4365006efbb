import { drawDocument } from '../draw-document.ts';
import type { DrawingOutcome } from '../drawing.ts';
import { composeStatement } from './compose.ts';
import type { StatementContent } from './statement-content.ts';
import { verifyStatement } from './verify.ts';

/** Draws a statement right here, see ../draw-document.ts. */
export async function drawStatementHere(content: StatementContent): Promise<DrawingOutcome> {
  const verified = verifyStatement(content);
  if (!verified.ok) return { ok: false, fault: verified.fault };
  return drawDocument(composeStatement(content, verified.totals));
}
