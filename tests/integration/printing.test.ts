/** Printing on a real IPP printer (CUPS's own): what comes out, what it waits for, what is cancelled. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { askPrinter } from '../../main/printing/drivers/ipp-exchange.ts';
import { type MessageBus, startMessageBus } from '../sandbox/message-bus.ts';
import { type SandboxPrinter, startPrinter } from '../sandbox/printer/printer.ts';
import { aDocument, becomes, ends, failed, names, printFor, SOON, start } from './kiosk-printing.ts';

let folder = '';
let bus: MessageBus;
let machine: SandboxPrinter;
let count = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'printing-'));
  bus = await startMessageBus(folder);
});

afterAll(async () => {
  await bus.stop();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  count += 1;
  machine = await startPrinter({ folder: join(folder, `printer-${count}`), busAddress: bus.address });
});

afterEach(async () => {
  await machine.stop();
});

test('a document comes out as the very bytes that were drawn', async () => {
  const kiosk = printFor(machine.uri);
  const document = aDocument();

  start(kiosk.jobs, document);
  const outcome = await ends(kiosk);

  const [name = '', ...others] = await machine.printedDocuments();
  const received = await readFile(join(machine.printedFolder, name));
  expect(outcome).toEqual({ name: 'completed', pagesTotal: 1 });
  expect(others).toEqual([]);
  expect(name).toMatch(/-job-1\.pdf$/);
  expect(received.equals(document.pdf)).toBe(true);
});

test('pages are counted one by one', async () => {
  await machine.behave({ name: 'slow', pages: 3, secondsPerPage: 0.3 });
  const kiosk = printFor(machine.uri);

  start(kiosk.jobs, aDocument(3));
  await ends(kiosk);

  const pages = kiosk.news.flatMap(({ state }) => (state.name === 'printing' ? [state.pagesPrinted] : []));
  expect(pages).toEqual(expect.arrayContaining([0, 1, 2]));
  expect(pages).toEqual(pages.toSorted());
  expect(kiosk.news.at(-1)?.state).toEqual({ name: 'completed', pagesTotal: 3 });
});

test('a job that the printer gives up is told as given up', async () => {
  await machine.behave({ name: 'abort', message: 'The fuser is cold' });
  const kiosk = printFor(machine.uri);

  start(kiosk.jobs);

  expect(await ends(kiosk)).toEqual(failed('PRINTER_ABORTED'));
});

test('after a jam is cleared the same job goes on', async () => {
  await machine.behave({ name: 'jam' });
  const kiosk = printFor(machine.uri);

  start(kiosk.jobs);
  await becomes(kiosk, { name: 'waiting', need: 'jam' });
  await machine.clearJam();
  const outcome = await ends(kiosk);

  expect(outcome.name).toBe('completed');
  expect(await machine.printedDocuments()).toHaveLength(1);
});

test('after the tray is filled the same job goes on, and is printed once', async () => {
  await machine.setPaper(0);
  const kiosk = printFor(machine.uri);

  start(kiosk.jobs);
  await becomes(kiosk, { name: 'waiting', need: 'paper' });
  const printedWithoutPaper = await machine.printedDocuments();
  await machine.setPaper(250);
  const outcome = await ends(kiosk);

  expect(outcome.name).toBe('completed');
  expect(printedWithoutPaper).toEqual([]);
  expect(await machine.printedDocuments()).toHaveLength(1);
});

test('the condition of the printer and its paper is known before anything is printed', async () => {
  const { printer } = printFor(machine.uri);

  const full = await printer.check();
  await machine.setPaper(5);
  const nearlyEmpty = await printer.check();
  await machine.setPaper(0);
  const empty = await printer.check();

  expect(full).toEqual({ ok: true, value: { name: 'ready', paper: 'loaded' } });
  expect(nearlyEmpty).toEqual({ ok: true, value: { name: 'ready', paper: 'low' } });
  expect(empty).toEqual({ ok: true, value: { name: 'waiting', need: 'paper', paper: 'empty' } });
});

test('a document waits while the printer is busy with another, and is printed once', async () => {
  await machine.behave({ name: 'endless' });
  const neighbour = printFor(machine.uri);
  start(neighbour.jobs);
  await vi.waitFor(async () => expect(await machine.printedDocuments()).toHaveLength(1), SOON);
  await machine.behave({ name: 'complete' });
  const kiosk = printFor(machine.uri);

  start(kiosk.jobs);
  await becomes(kiosk, { name: 'waiting', need: 'busy' });
  await machine.finishJobs();
  const outcome = await ends(kiosk);

  expect(outcome.name).toBe('completed');
  expect(await machine.printedDocuments()).toHaveLength(2);
});

test('a cancelled job is cancelled at the printer', async () => {
  await machine.behave({ name: 'endless' });
  const kiosk = printFor(machine.uri);
  const jobId = start(kiosk.jobs);
  await becomes(kiosk, { name: 'printing' });

  kiosk.jobs.cancel(jobId);
  const outcome = await ends(kiosk);

  expect(outcome).toEqual({ name: 'cancelled' });
  expect(await stateOfJob(machine, 1)).toEqual(['processing-to-stop-point']);
});

test('at the end of the session nothing of it goes on printing', async () => {
  await machine.behave({ name: 'endless' });
  const kiosk = printFor(machine.uri);
  start(kiosk.jobs);
  await becomes(kiosk, { name: 'printing' });

  await kiosk.jobs.cancelAll();

  expect(names(kiosk)).toEqual(['preparing', 'sending', 'printing', 'cancelled']);
  expect(await stateOfJob(machine, 1)).toEqual(['processing-to-stop-point']);
});

/** Asks the printer itself, past the kiosk's own reading of it. */
async function stateOfJob(machine: SandboxPrinter, jobId: number): Promise<readonly unknown[]> {
  const exchange = await askPrinter(
    machine.uri,
    { operation: 'Get-Job-Attributes', operationAttributes: { 'job-id': jobId } },
    { timeoutMs: 5_000 },
  );
  return exchange.ok ? (exchange.answer.job.get('job-state-reasons') ?? []) : [exchange.failure.kind];
}
