import { drawDocument } from '../draw-document.ts';
import type { DrawingOutcome } from '../drawing.ts';
import type { CashSlipContent } from './cash-slip-content.ts';
import { composeCashSlip } from './compose.ts';
import { faultOf } from './verify.ts';

/** Draws a cash slip right here, see ../draw-document.ts. */
export async function drawCashSlipHere(content: CashSlipContent): Promise<DrawingOutcome> {
  const fault = faultOf(content);
  if (fault) return { ok: false, fault };
  // No other paper needs the writer of codes.
  const { codeModules } = await import('../parts/code-modules.ts');
  return drawDocument(composeCashSlip(content, codeModules(content.code)));
}
