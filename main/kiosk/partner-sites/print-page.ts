import type { WebContents } from 'electron';
import type { Result } from '../../../preload/contract.ts';
import type { PreparedDocument } from '../../printing/print-jobs.ts';

/** Nobody waits at a kiosk for a whole book, and the paper is everybody's. The screen says so before. */
export const MOST_PAGES = 10;
const MOST_BYTES = 40 * 1024 * 1024;
/** A page that hangs is never drawn. */
const DRAW_PATIENCE_MS = 20_000;

const NOT_PRINTABLE = { ok: false, error: { code: 'PAGE_NOT_PRINTABLE' } } as const;

/** The page as it is now, on A4, from its beginning. */
export async function drawPage(
  contents: WebContents,
  signal: AbortSignal,
): Promise<Result<PreparedDocument>> {
  const patience = AbortSignal.any([signal, AbortSignal.timeout(DRAW_PATIENCE_MS)]);
  const givenUp = new Promise<null>((resolve) => {
    patience.addEventListener('abort', () => resolve(null), { once: true });
  });
  const drawn = contents
    .printToPDF({ pageSize: 'A4', pageRanges: `1-${MOST_PAGES}`, printBackground: false })
    .catch(() => null);
  const pdf = await Promise.race([drawn, givenUp]);
  if (!pdf || pdf.length > MOST_BYTES) return NOT_PRINTABLE;

  // Fetched when somebody prints: most visits are without paper.
  const { PDFDocument } = await import('pdf-lib');
  const pageCount = await PDFDocument.load(pdf, { updateMetadata: false }).then(
    (document) => document.getPageCount(),
    () => 0,
  );
  return pageCount > 0 && pageCount <= MOST_PAGES
    ? { ok: true, value: { pdf: new Uint8Array(pdf), pageCount } }
    : NOT_PRINTABLE;
}
