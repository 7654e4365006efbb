/**
 * The very PDF as pictures, a page each: Chromium prints pages of its own in silence, while what its PDF viewer shows
 * comes out blank (electron issues 27383, 30947). Drawn by PDFium in a thread that ends with it.
 */
import type { PaperSize } from '../../printer.ts';
import type { PageOrder, PagePicture } from './page-pictures-worker.ts';
import { startPageWorker } from './start-page-worker.ts';

/** Laser printers draw 300 dots an inch or a multiple of it, receipt printers 203 (8 a millimetre). */
const DOTS_PER_INCH: Readonly<Record<PaperSize, number>> = { a4: 300, roll80: 203 };

const PATIENCE_MS = 20_000;
/** From one page to the next: half a second each on a small machine, and it may be busy. */
const PAGE_PATIENCE_MS = 15_000;

/** What is needed of a `Worker`. */
export interface PageWorker {
  on(event: 'message' | 'error' | 'exit', listen: (told: PagePicture) => void): unknown;
  terminate(): Promise<unknown>;
}

/** Null when it cannot be drawn, or not in time, or is called off. */
export async function drawPages(
  pdf: Uint8Array,
  paper: PaperSize,
  signal: AbortSignal,
  startWorker: (order: PageOrder) => Promise<PageWorker> = startPageWorker,
): Promise<Uint8Array[] | null> {
  const { promise, resolve } = Promise.withResolvers<Uint8Array[] | null>();
  const giveUp = () => resolve(null);
  const pages: Uint8Array[] = [];
  let patience = setTimeout(giveUp, PATIENCE_MS);
  signal.addEventListener('abort', giveUp, { once: true });

  const worker = await startWorker({ pdf, dotsPerInch: DOTS_PER_INCH[paper] });
  worker.on('message', ({ png, isLast }) => {
    clearTimeout(patience);
    patience = setTimeout(giveUp, PAGE_PATIENCE_MS);
    pages.push(png);
    if (isLast) resolve(pages);
  });
  worker.on('error', giveUp);
  worker.on('exit', giveUp);
  try {
    return signal.aborted ? null : await promise;
  } finally {
    clearTimeout(patience);
    signal.removeEventListener('abort', giveUp);
    await worker.terminate();
  }
}
