import { expect, test, vi } from 'vitest';
import type { DrawnPaper } from '../drawing.ts';
import { checkFile, readDarkness, readLines, readPages, readProperties } from '../testing/read-pdf.ts';
import { receiptOf } from '../testing/sample-receipt.ts';
import { drawPaymentReceiptHere } from './draw-payment-receipt.ts';
import type { PaymentReceiptContent } from './payment-receipt-content.ts';

// Other programs read the papers back, and they share the machine.
vi.setConfig({ testTimeout: 30_000 });

const POINTS_IN_A_MILLIMETRE = 72 / 25.4;

async function drawRoll(changes: Partial<PaymentReceiptContent> = {}): Promise<DrawnPaper> {
  const outcome = await drawPaymentReceiptHere(receiptOf({ paperSize: 'roll80', ...changes }));
  if (!outcome.ok) throw new Error(outcome.fault);
  return outcome.drawn;
}

async function sizeOf(pdf: Uint8Array): Promise<{ width: number; height: number }> {
  const [width = 0, height = 0] = ((await readProperties(pdf))['Page size'] ?? '')
    .split(' x ')
    .map(Number.parseFloat);
  return { width, height };
}

test('on a roll the receipt says the same, one thing under the other, and has no foot', async () => {
  const lines = (await readLines((await drawRoll()).pdf)).map((line) => line.replaceAll('\u00a0', ' '));

  expect(lines.join(' ')).toContain(
    'Reçu de paiement partiel Référence 7F3A-21C9 EKIDOM a reçu la somme de 73,00 €',
  );
  expect(lines).toEqual(
    expect.arrayContaining(['Payé le', '11 juillet 2018 à 09 h 05', 'Numéro de bail', '004473']),
  );
  expect(lines.join(' ')).toContain('Ce reçu n’est pas une quittance');
  expect(lines.at(-1)).toBe('À CONSERVER');
});

test('it is as wide as the roll, and as long as what stands on it', async () => {
  const [short, long] = [await drawRoll({ ticketText: null }), await drawRoll()];

  const [shortSize, longSize] = [await sizeOf(short.pdf), await sizeOf(long.pdf)];
  expect(shortSize.width).toBeCloseTo(80 * POINTS_IN_A_MILLIMETRE, 1);
  expect(longSize.width).toBeCloseTo(shortSize.width, 6);
  // Eleven lines, and the words above them.
  expect(longSize.height - shortSize.height).toBeGreaterThan(11 * 13.5);
  expect(longSize.height - shortSize.height).toBeLessThan(16 * 13.5);
  expect(await checkFile(long.pdf)).toContain('No syntax or stream encoding errors found');
});

test('the longest ticket is one piece of paper', async () => {
  const ticket = Array.from({ length: 300 }, (_, index) => `LIGNE ${index}`);

  const pages = await readPages((await drawRoll({ ticketText: ticket.join('\n') })).pdf);

  expect(pages).toHaveLength(1);
  expect(pages.flat().filter((line) => line.startsWith('LIGNE'))).toEqual(ticket);
});

test('a ticket of 42 columns is set smaller, and none of its lines is broken or cut', async () => {
  const line = `${'MONTANT'.padEnd(34)}73,00 EU`;

  const { pdf } = await drawRoll({ ticketText: line });

  expect((await readLines(pdf)).at(-1)).toMatch(/^MONTANT \| 73,00 EU$/);
  const { width, height } = await sizeOf(pdf);
  const margin = Array.from({ length: Math.floor(height) }, (_, y) => ({ x: width - 2, y }));
  expect(Math.max(...(await readDarkness(pdf, margin)))).toBe(0);
});
