/**
 * A PDF becomes pictures of its pages: what it could run, open, send, attach or say about itself is not in them.
 * PDFium reads it, built without JavaScript and without XFA, inside WebAssembly.
 */
import type { PDFiumDocument } from '@hyzyla/pdfium';
import type { Result } from '../../../preload/contract.ts';
import { readCodec } from './codec-files.ts';
import { DOCUMENT_LIMITS, PAGE_LONG_SIDE_PIXELS } from './limits.ts';
import type { Pixels } from './page-picture.ts';
import { recognise } from './recognise.ts';

/** A page of the size of a ticket is not blown up to a poster. */
const MOST_PIXELS_A_POINT = 4;

/** What a page's sides may be in points: a millimetre, and what ISO 32000 lets a page have. */
const SHORTEST_SIDE = 3;
const LONGEST_SIDE = 14_400;

export async function readPdf(
  file: Uint8Array,
  onPage: (page: Pixels) => Promise<void>,
): Promise<Result<void>> {
  return withPdf(file, async (document, pageCount) => {
    // What was typed into a form is drawn like the rest.
    document.initializeFormFields();

    for (let index = 0; index < pageCount; index++) {
      const page = document.getPage(index);
      const { originalWidth, originalHeight } = page.getOriginalSize();
      const shorter = Math.min(originalWidth, originalHeight);
      const longer = Math.max(originalWidth, originalHeight);
      if (!(shorter >= SHORTEST_SIDE && longer <= LONGEST_SIDE)) return refused('DOCUMENT_DAMAGED');
      const scale = Math.min(MOST_PIXELS_A_POINT, PAGE_LONG_SIDE_PIXELS / longer);
      await onPage(await page.render({ render: 'bitmap', scale, renderFormFields: true }));
    }
    return { ok: true, value: undefined };
  });
}

/** Each page is opened once, so that what is broken is found before anybody looks or prints. */
export async function countPages(file: Uint8Array): Promise<Result<number>> {
  if (recognise(file) !== 'pdf') return { ok: false, error: { code: 'DOCUMENT_KIND_UNKNOWN' } };
  return withPdf(file, async (document, pageCount) => {
    for (let index = 0; index < pageCount; index++) document.getPage(index).getOriginalSize();
    return { ok: true, value: pageCount };
  });
}

async function withPdf<Value>(
  file: Uint8Array,
  read: (document: PDFiumDocument, pageCount: number) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const { PDFiumLibrary } = await import('@hyzyla/pdfium');
  const library = await PDFiumLibrary.init({ wasmBinary: await readCodec('pdf-reader') });
  try {
    const document = await library.loadDocument(file);
    const pageCount = document.getPageCount();
    if (pageCount < 1) return refused('DOCUMENT_DAMAGED');
    if (pageCount > DOCUMENT_LIMITS.pages) return refused('DOCUMENT_TOO_MANY_PAGES');
    return await read(document, pageCount);
  } catch (error) {
    return refused(isAboutPassword(error) ? 'DOCUMENT_ENCRYPTED' : 'DOCUMENT_DAMAGED');
  }
}

/** The library tells its errors apart by their words alone. */
function isAboutPassword(error: unknown): boolean {
  return error instanceof Error && /password|security/i.test(error.message);
}

function refused(code: 'DOCUMENT_DAMAGED' | 'DOCUMENT_TOO_MANY_PAGES' | 'DOCUMENT_ENCRYPTED') {
  return { ok: false, error: { code } } as const;
}
