import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BinaryBitmap,
  HybridBinarizer,
  NotFoundException,
  QRCodeReader,
  RGBLuminanceSource,
} from '@zxing/library';
import { expect, test } from 'vitest';
import { drawnOf } from '../testing/drawn.ts';
import { readLines } from '../testing/read-pdf.ts';
import { cashSlipOf } from '../testing/sample-cash-slip.ts';
import type { CashSlipContent } from './cash-slip-content.ts';
import { drawCashSlipHere } from './draw-cash-slip.ts';

/** What a reader is held over, in inches: left, top, width, height. */
const OVER_CODE = { a4: [0.7, 5.4, 1.8, 1.75], roll80: [0, 0, 3.2, 9] };
/** In dots an inch: a reader that sees nothing is held nearer. */
const NEARER_AND_NEARER = [72, 100, 150, 200, 300];

test.each(['a4', 'roll80'] as const)('the code on %s is read as it was given', async (paperSize) => {
  const content = cashSlipOf({ paperSize });

  const { pdf } = drawnOf(await drawCashSlipHere(content));

  expect(codeOn(pdf, OVER_CODE[paperSize])).toBe(content.code);
});

test('it speaks English', async () => {
  const { pdf } = drawnOf(await drawCashSlipHere(cashSlipOf({ locale: 'en' })));

  expect((await readLines(pdf)).join('\n')).toContain('This sheet is no receipt');
});

test.each<[string, Partial<CashSlipContent>, string]>([
  ['a day that does not exist', { validUntil: '2018-02-30' }, 'DATE_IMPOSSIBLE'],
  ['a last day that is over', { validUntil: '2018-07-10' }, 'DATE_IMPOSSIBLE'],
  ['more than may be paid in cash', { amountCents: 100_001 }, 'AMOUNT_IMPOSSIBLE'],
  ['nothing to pay', { amountCents: 0 }, 'AMOUNT_IMPOSSIBLE'],
  ['a code that no reader knows', { code: 'é'.repeat(10) }, 'CODE_IMPOSSIBLE'],
  ['a reference that cannot be typed', { reference: 'EKI 1' }, 'CODE_IMPOSSIBLE'],
])('there is no slip with %s', async (_, changes, fault) => {
  expect(await drawCashSlipHere(cashSlipOf(changes))).toEqual({ ok: false, fault });
});

function codeOn(pdf: Uint8Array, seen: readonly number[]): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'slip-'));
  try {
    writeFileSync(join(folder, 'slip.pdf'), pdf);
    for (const dots of NEARER_AND_NEARER) {
      const box = seen.flatMap((inches, at) => [`-${'xyWH'[at]}`, String(Math.round(inches * dots))]);
      const order = ['-gray', '-r', String(dots), ...box, '-singlefile', 'slip.pdf', 'slip'];
      execFileSync('pdftoppm', order, { cwd: folder });
      const text = codeIn(readFileSync(join(folder, 'slip.pgm')));
      if (text !== null) return text;
    }
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param picture as Netpbm writes greys */
function codeIn(picture: Buffer): string | null {
  const head = /^P5\s+(?<width>\d+)\s+(?<height>\d+)\s+255\s/.exec(picture.toString('latin1', 0, 64));
  const { width = '0', height = '0' } = head?.groups ?? {};
  const pixels = new Uint8ClampedArray(picture.subarray(head?.[0].length ?? 0));
  const source = new RGBLuminanceSource(pixels, Number(width), Number(height));
  try {
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  } catch (error) {
    if (error instanceof NotFoundException) return null;
    throw error;
  }
}
