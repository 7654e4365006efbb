import { expect, test } from 'vitest';
import type { ErrorCode } from '../../preload/contract.ts';
import { choosePrinter } from './choose-printer.ts';
import type { KioskPrinter, PrinterCondition } from './printer.ts';
import { createStandInPrinter } from './stand-in-printer.ts';

const READY: PrinterCondition = { name: 'ready', paper: 'loaded' };
const BUSY: PrinterCondition = { name: 'busy', paper: 'loaded' };
const EMPTY: PrinterCondition = { name: 'waiting', need: 'paper', paper: 'empty' };

test.each<[string, (PrinterCondition | ErrorCode)[], string]>([
  ['the first one, when all are ready', [READY, READY], 'printer-0'],
  ['the next one, when the first needs paper', [EMPTY, READY], 'printer-1'],
  ['the next one, when the first is off', ['PRINTER_UNREACHABLE', READY], 'printer-1'],
  ['the first one, though it is at work: it goes on by itself', [BUSY, READY], 'printer-0'],
  ['the one that somebody can see to, when none prints', ['PRINTER_UNREACHABLE', EMPTY], 'printer-1'],
  ['the first one, when none answers', ['PRINTER_UNREACHABLE', 'PRINTER_UNREACHABLE'], 'printer-0'],
])('chosen is %s', async (_case, conditions, chosen) => {
  const printer = await choosePrinter(conditions.map(aPrinter));

  expect(printer.id).toBe(chosen);
});

test('a printer that hangs is not waited for when the one before it is ready', async () => {
  const hanging = aPrinter(READY, 1);
  const never = { ...hanging, printer: { ...hanging.printer, check: () => new Promise<never>(() => {}) } };

  expect((await choosePrinter([aPrinter(READY, 0), never])).id).toBe('printer-0');
});

function aPrinter(condition: PrinterCondition | ErrorCode, index: number): KioskPrinter {
  const printer = createStandInPrinter();
  printer.setCondition(
    typeof condition === 'string'
      ? { ok: false, error: { code: condition } }
      : { ok: true, value: condition },
  );
  return { id: `printer-${index}`, paper: 'a4', printer };
}
