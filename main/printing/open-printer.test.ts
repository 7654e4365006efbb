import { expect, test } from 'vitest';
import { silentLog } from '../log/log.ts';
import { openPrinter } from './open-printer.ts';

test('a kiosk without a printer says that none is reached, and the journey goes on', async () => {
  const printer = openPrinter({ printers: [], kioskId: 'test' }, 'statements', silentLog);
  const states = [];

  const checked = await printer.check();
  const document = { pdf: Buffer.from('%PDF'), pageCount: 1, jobName: 'job-1' };
  for await (const state of printer.print(document, new AbortController().signal)) states.push(state);

  expect(checked).toEqual({ ok: false, error: { code: 'PRINTER_UNREACHABLE' } });
  expect(states).toEqual([{ name: 'failed', error: { code: 'PRINTER_UNREACHABLE' } }]);
});
