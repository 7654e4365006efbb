import { expect, test } from 'vitest';
import type { PrinterConfig } from '../config/config-schema.ts';
import { silentLog } from '../log/log.ts';
import { openPrinters } from './open-printers.ts';

test('a kiosk without a printer says that none is reached, and the journey goes on', async () => {
  const [absent, ...others] = openPrinters({ printers: [], kioskId: 'test' }, silentLog).statements;
  const states = [];

  const checked = await absent?.printer.check();
  const document = { pdf: Buffer.from('%PDF'), pageCount: 1, jobName: 'job-1' };
  const printing = absent?.printer.print(document, new AbortController().signal) ?? [];
  for await (const state of printing) states.push(state);

  expect(checked).toEqual({ ok: false, error: { code: 'PRINTER_UNREACHABLE' } });
  expect(states).toEqual([{ name: 'failed', error: { code: 'PRINTER_UNREACHABLE' } }]);
  expect(others).toEqual([]);
});

test('printers of a role are tried in the order of the configuration, and receipts come out on A4 at last', () => {
  const printers = [
    aPrinter('hall', 'statements'),
    aPrinter('till', 'receipts'),
    aPrinter('office', 'statements'),
  ];

  const { statements, receipts } = openPrinters({ printers, kioskId: 'test' }, silentLog);

  expect(statements.map(({ id, paper }) => [id, paper])).toEqual([
    ['hall', 'a4'],
    ['office', 'a4'],
  ]);
  expect(receipts.map(({ id, paper }) => [id, paper])).toEqual([
    ['till', 'roll80'],
    ['hall', 'a4'],
    ['office', 'a4'],
  ]);
  // One line to wait in for each machine, whatever it is asked for.
  expect(receipts[1]).toBe(statements[0]);
});

function aPrinter(id: string, role: PrinterConfig['role']): PrinterConfig {
  return { id, role, driver: 'ipp', uri: `ipp://${id}.invalid/ipp/print` };
}
