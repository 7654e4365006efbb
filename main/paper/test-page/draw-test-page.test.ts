import { expect, test } from 'vitest';
import { drawnOf } from '../testing/drawn.ts';
import { readLines } from '../testing/read-pdf.ts';
import { testPageOf } from '../testing/sample-test-page.ts';
import { drawTestPageHere } from './draw-test-page.ts';

test('it speaks the technician’s language', async () => {
  const { pdf } = drawnOf(await drawTestPageHere(testPageOf({ locale: 'en' })));

  const text = (await readLines(pdf)).join('\n').replaceAll('\u00a0', ' ');
  expect(text).toContain('printed on 11 July 2018 at 09:05');
});

test('on a roll it is one strip, and how long is known to whoever counts the paper', async () => {
  const drawn = drawnOf(await drawTestPageHere(testPageOf({ printerId: 'roll', paperSize: 'roll80' })));

  const text = (await readLines(drawn.pdf)).join(' ');
  expect(text).toContain('Imprimante roll');
  expect(drawn.pageCount).toBe(1);
  expect(drawn.lengthMillimetres).toBeGreaterThan(100);
});
