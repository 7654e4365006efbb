import { expect, test } from 'vitest';
import { printPageAt, SHEETS_PAGE } from './print-page.ts';

const PAGE = {
  title: '2a963c34-dc54-4ab3-bb39-6c4a39d2d8da',
  pages: [Uint8Array.of(1), Uint8Array.of(2)],
  sheet: { widthMillimetres: 80, heightMillimetres: 121 },
};

test('the page holds a picture a sheet, each on paper of its size', () => {
  const html = textAt(SHEETS_PAGE);

  expect(html.match(/app:\/\/print\/\d+\.png/g)).toEqual(['app://print/1.png', 'app://print/2.png']);
  expect(textAt('app://print/sheets.css')).toContain('@page { size: 80mm 121mm; margin: 0 }');
  expect(printPageAt('app://print/2.png', PAGE)?.data).toEqual(Buffer.of(2));
});

test('nothing in it runs, and nothing else is loaded', () => {
  const policy = printPageAt(SHEETS_PAGE, PAGE)?.headers?.['Content-Security-Policy'];

  expect(policy).toContain("default-src 'none'; img-src app://print; style-src app://print");
  expect(policy).toMatch(/; sandbox$/);
});

test('a title is no way to put anything into the page', () => {
  const page = { ...PAGE, title: '</title><script>alert(1)</script>' };

  expect(String(printPageAt(SHEETS_PAGE, page)?.data)).not.toContain('<script');
});

test.each([
  'app://print/3.png',
  'app://print/0.png',
  'app://print/01.png',
  'app://print/1.png?x',
  'app://print/../sheets.html',
  'app://kiosk/index.html',
  'https://example.org/1.png',
  'file:///etc/passwd',
])('nothing stands at %s', (address) => {
  expect(printPageAt(address, PAGE)).toBeNull();
});

test('nothing stands anywhere once nothing is printed', () => {
  expect(printPageAt(SHEETS_PAGE, null)).toBeNull();
});

function textAt(address: string): string {
  return String(printPageAt(address, PAGE)?.data);
}
