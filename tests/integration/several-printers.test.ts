/** A kiosk with a printer of receipts and two of A4: real IPP printers all three. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { silentLog } from '../../main/log/log.ts';
import { drawPaymentReceipt, drawTestPage, forgetPaper } from '../../main/paper/paper.ts';
import { receiptOf } from '../../main/paper/testing/sample-receipt.ts';
import { testPageOf } from '../../main/paper/testing/sample-test-page.ts';
import { askPrinter } from '../../main/printing/drivers/ipp-exchange.ts';
import { createIppPrinter } from '../../main/printing/drivers/ipp-printer.ts';
import { createPrintJobs, type PrepareDocument } from '../../main/printing/print-jobs.ts';
import type { KioskPrinter, PaperSize } from '../../main/printing/printer.ts';
import type { PrinterRole } from '../../main/printing/printers-of-role.ts';
import type { PrintJob } from '../../preload/contract.ts';
import { type MessageBus, startMessageBus } from '../sandbox/message-bus.ts';
import { type SandboxPrinter, startPrinter } from '../sandbox/printer/printer.ts';
import { SOON } from './kiosk-printing.ts';

let folder = '';
let bus: MessageBus;
let [till, hall, office]: SandboxPrinter[] = [];
let count = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'printers-'));
  bus = await startMessageBus(folder);
});

afterAll(async () => {
  await forgetPaper();
  await bus.stop();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  count += 1;
  const start = (name: string, paper: 'a4' | 'roll80') =>
    startPrinter({ folder: join(folder, `${name}-${count}`), busAddress: bus.address, paper });
  [till, hall, office] = await Promise.all([
    start('till', 'roll80'),
    start('hall', 'a4'),
    start('office', 'a4'),
  ]);
});

afterEach(() => Promise.all([till?.stop(), hall?.stop(), office?.stop()]));

const receipt: PrepareDocument = (_signal, paperSize) => drawPaymentReceipt(receiptOf({ paperSize }));

test('a receipt comes out of the roll', async () => {
  const { state, printed } = await print(receipt, 'receipts');

  expect(state).toEqual({ name: 'completed', pagesTotal: 1, paper: 'roll80' });
  expect(await printed()).toEqual([1, 0, 0]);
});

test('with the roll switched off, the receipt comes out on A4', async () => {
  await till?.kill();

  const { state, printed } = await print(receipt, 'receipts');

  expect(state).toEqual({ name: 'completed', pagesTotal: 1 });
  expect(await printed()).toEqual([0, 1, 0]);
});

test('with the first printer out of paper, the page comes out of the second, which loses nothing of it', async () => {
  await hall?.setPaper(0);
  let drawn: Uint8Array | null = null;

  const { state, printed } = await print(async () => {
    const page = await drawTestPage(testPageOf());
    if (page.ok) drawn = page.value.pdf;
    return page;
  }, 'statements');

  expect(state).toEqual({ name: 'completed', pagesTotal: 1 });
  expect(await printed()).toEqual([0, 0, 1]);
  const [name = ''] = (await office?.printedDocuments()) ?? [];
  const received = await readFile(join(office?.printedFolder ?? '', name));
  expect(received.equals(drawn ?? Buffer.alloc(0))).toBe(true);
});

async function print(prepare: PrepareDocument, role: PrinterRole) {
  const news: PrintJob[] = [];
  const statements = [aPrinter('hall', 'a4', hall), aPrinter('office', 'a4', office)];
  const jobs = createPrintJobs({
    printers: { statements, receipts: [aPrinter('till', 'roll80', till), ...statements] },
    log: silentLog,
    onChange: (job) => news.push(job),
  });
  jobs.start(prepare, role);
  await vi.waitFor(() => expect(['completed', 'failed']).toContain(news.at(-1)?.state.name), SOON);
  return {
    state: news.at(-1)?.state,
    printed: () =>
      Promise.all(
        [till, hall, office].map(async (machine) => (await machine?.printedDocuments())?.length ?? 0),
      ),
  };
}

function aPrinter(id: string, paper: PaperSize, machine?: SandboxPrinter): KioskPrinter {
  const uri = machine?.uri ?? '';
  const ask = paper === 'roll80' ? askPrinterOfPdf : askPrinter;
  return { id, paper, printer: createIppPrinter({ id, uri, paper, log: silentLog, ask }) };
}

/** ippeveprinter with attributes of its own takes PDF, but lists its usual formats after it. */
const askPrinterOfPdf: typeof askPrinter = async (...question) => {
  const exchange = await askPrinter(...question);
  if (!exchange.ok || !exchange.answer.printer.has('document-format-supported')) return exchange;
  const printer = new Map(exchange.answer.printer).set('document-format-supported', ['application/pdf']);
  return { ok: true, answer: { ...exchange.answer, printer } };
};
