import { expect, test, vi } from 'vitest';
import { checkFile, readLines, readProperties } from '../testing/read-pdf.ts';
import { testPageOf } from '../testing/sample-test-page.ts';
import { drawTestPageHere } from './draw-test-page.ts';

// Other programs read the papers back, and they share the machine.
vi.setConfig({ testTimeout: 30_000 });

test('one page says which kiosk printed it and when, with every letter there', async () => {
  const outcome = await drawTestPageHere(testPageOf());

  expect(outcome).toMatchObject({ ok: true, drawn: { pageCount: 1, missingGlyphs: 0 } });
  if (!outcome.ok) return;
  await checkFile(outcome.drawn.pdf);
  const text = (await readLines(outcome.drawn.pdf)).join('\n').replaceAll('\u00a0', ' ');
  expect(text).toContain('Page de test');
  expect(text).toContain('imprimée le 11 juillet 2018 à 09 h 05');
  expect(text).toContain('direction-centre-1 | a4 | 0.1.0');
  expect(text).toContain('Œœ Ùù Ûû Üü Ÿÿ « » ’ – … €');
  expect(text).toContain('La règle mesure 16 cm');
});

test('it speaks the technician’s language', async () => {
  const outcome = await drawTestPageHere(testPageOf({ locale: 'en' }));

  const text = outcome.ok ? (await readLines(outcome.drawn.pdf)).join('\n') : '';
  expect(text.replaceAll('\u00a0', ' ')).toContain('printed on 11 July 2018 at 09:05');
});

test('the same moment gives the same bytes', async () => {
  const [first, second] = [await drawTestPageHere(testPageOf()), await drawTestPageHere(testPageOf())];

  expect(first).toEqual(second);
});

test('on a roll it is one strip as wide as the roll, with the same letters and a ruler that fits', async () => {
  const outcome = await drawTestPageHere(testPageOf({ printerId: 'roll', paperSize: 'roll80' }));

  expect(outcome).toMatchObject({ ok: true, drawn: { pageCount: 1, missingGlyphs: 0 } });
  if (!outcome.ok) return;
  const [text, properties] = [
    (await readLines(outcome.drawn.pdf)).join(' ').replaceAll('\u00a0', ' '),
    await readProperties(outcome.drawn.pdf),
  ];
  expect(text).toContain('La règle mesure 7 cm');
  expect(text).toContain('Imprimante roll');
  expect(Number.parseFloat(properties['Page size'] ?? '')).toBeCloseTo((80 * 72) / 25.4, 1);
  expect(outcome.drawn.lengthMillimetres).toBeGreaterThan(100);
});
