import type { WebContents } from 'electron';
import { PDFDocument } from 'pdf-lib';
import { expect, test, vi } from 'vitest';
import { drawPage, MOST_PAGES } from './print-page.ts';

const NOT_PRINTABLE = { ok: false, error: { code: 'PAGE_NOT_PRINTABLE' } };

test('a page is drawn from its beginning, on A4, as far as anybody waits for paper', async () => {
  const { contents, printToPDF } = await pageOf(3);

  const drawn = await drawPage(contents, new AbortController().signal);

  expect(drawn).toMatchObject({ ok: true, value: { pageCount: 3 } });
  expect(printToPDF).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ pageSize: 'A4', pageRanges: `1-${MOST_PAGES}` }),
  );
});

test('more pages than were asked for are not printed', async () => {
  const { contents } = await pageOf(MOST_PAGES + 1);

  expect(await drawPage(contents, new AbortController().signal)).toEqual(NOT_PRINTABLE);
});

test('what is no document is not printed', async () => {
  const contents = pageThat(async () => Buffer.from('<html>'));

  expect(await drawPage(contents, new AbortController().signal)).toEqual(NOT_PRINTABLE);
});

test('a page that is gone is not printed', async () => {
  const contents = pageThat(() => Promise.reject(new Error('destroyed')));

  expect(await drawPage(contents, new AbortController().signal)).toEqual(NOT_PRINTABLE);
});

test('a page that hangs holds nobody up who gives up', async () => {
  const contents = pageThat(() => new Promise(() => undefined));
  const givingUp = new AbortController();

  const drawn = drawPage(contents, givingUp.signal);
  givingUp.abort();

  expect(await drawn).toEqual(NOT_PRINTABLE);
});

async function pageOf(pageCount: number) {
  const document = await PDFDocument.create();
  for (let page = 0; page < pageCount; page += 1) document.addPage();
  const printToPDF = vi.fn(async () => Buffer.from(await document.save()));
  return { contents: pageThat(printToPDF), printToPDF };
}

function pageThat(printToPDF: () => Promise<Buffer>): WebContents {
  return { printToPDF } as unknown as WebContents;
}
