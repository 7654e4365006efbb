/** What the print window is served: a page, its style, and the pictures of the sheets. Nothing else is there. */
import type { ProtocolResponse } from 'electron';
import type { SpoolerJob } from '../printing/drivers/windows-spooler/spooler.ts';

const ORIGIN = 'app://print';
export const SHEETS_PAGE = `${ORIGIN}/sheets.html`;
const STYLE = `${ORIGIN}/sheets.css`;
const PICTURE = /^app:\/\/print\/([1-9]\d{0,3})\.png$/;

export type PrintPage = Pick<SpoolerJob, 'title' | 'pages' | 'sheet'>;

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': `default-src 'none'; img-src ${ORIGIN}; style-src ${ORIGIN}; form-action 'none'; base-uri 'none'; sandbox`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

/** Null for whatever is not of the print that is under way. */
export function printPageAt(address: string, page: PrintPage | null): ProtocolResponse | null {
  if (!page) return null;
  if (address === SHEETS_PAGE) return answer('text/html; charset=utf-8', Buffer.from(sheetsOf(page)));
  if (address === STYLE) return answer('text/css; charset=utf-8', Buffer.from(styleOf(page)));
  const picture = page.pages[Number(PICTURE.exec(address)?.[1]) - 1];
  return picture ? answer('image/png', Buffer.from(picture)) : null;
}

function answer(contentType: string, data: Buffer): ProtocolResponse {
  return { headers: { ...HEADERS, 'Content-Type': contentType }, data };
}

/** The title is what the queue of Windows shows. */
function sheetsOf({ title, pages }: PrintPage): string {
  const pictures = pages.map((_, index) => `<img src="${ORIGIN}/${index + 1}.png" alt="" decoding="sync">`);
  const safeTitle = title.replace(/[^\w-]/g, '');
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><title>${safeTitle}</title><link rel="stylesheet" href="${STYLE}">${pictures.join('')}</html>`;
}

function styleOf({ sheet: { widthMillimetres, heightMillimetres } }: PrintPage): string {
  const size = `${widthMillimetres}mm ${heightMillimetres}mm`;
  return `@page { size: ${size}; margin: 0 } html, body { margin: 0 } img { display: block; width: ${widthMillimetres}mm; height: ${heightMillimetres}mm; break-inside: avoid } img + img { break-before: page }`;
}
