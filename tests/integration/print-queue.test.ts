/** Printing through a queue of CUPS to a real IPP printer: less is known there, and no more is claimed. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { silentLog } from '../../main/log/log.ts';
import { drawTestPage, forgetPaper } from '../../main/paper/paper.ts';
import { testPageOf } from '../../main/paper/testing/sample-test-page.ts';
import { createIppPrinter } from '../../main/printing/drivers/ipp-printer.ts';
import type { PreparedDocument } from '../../main/printing/print-jobs.ts';
import { type MessageBus, startMessageBus } from '../sandbox/message-bus.ts';
import { type PrintQueue, startPrintQueue } from '../sandbox/print-queue/print-queue.ts';
import { type SandboxPrinter, startPrinter } from '../sandbox/printer/printer.ts';
import { becomes, ends, names, printFor, SOON, start } from './kiosk-printing.ts';

// CUPS filters and sends in processes of its own, and asks the printer about once a second.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let folder = '';
let bus: MessageBus;
let machine: SandboxPrinter;
let queue: PrintQueue;
let page: PreparedDocument;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'queue-'));
  // As root, CUPS runs its filters as a user who has to come through here.
  await chmod(folder, 0o755);
  bus = await startMessageBus(folder);
  const drawn = await drawTestPage(testPageOf({ printerId: 'queue' }));
  if (!drawn.ok) throw new Error(drawn.error.code);
  page = drawn.value;
});

afterAll(async () => {
  await forgetPaper();
  await bus.stop();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async ({ task }) => {
  const own = join(folder, task.id);
  machine = await startPrinter({ folder: join(own, 'printer'), busAddress: bus.address });
  queue = await startPrintQueue({ folder: join(own, 'cups'), printerUri: machine.uri });
});

afterEach(async () => {
  await queue.stop();
  await machine.stop();
});

test('a document goes through the queue and comes out once', async () => {
  const kiosk = printFor(queue.uri);

  start(kiosk.jobs, page);

  expect(await ends(kiosk)).toEqual({ name: 'completed', pagesTotal: 1 });
  expect(await machine.printedDocuments()).toHaveLength(1);
});

test('a queue that was paused is told as such, and the same document comes out when it is resumed', async () => {
  await queue.pause();
  const kiosk = printFor(queue.uri);

  start(kiosk.jobs, page);
  await becomes(kiosk, { name: 'waiting', need: 'held' });
  await queue.resume();

  expect((await ends(kiosk)).name).toBe('completed');
  expect(await machine.printedDocuments()).toHaveLength(1);
});

test('what waits in a queue when the session ends is called off there, and never comes out', async () => {
  await queue.pause();
  const kiosk = printFor(queue.uri);
  start(kiosk.jobs, page);
  await becomes(kiosk, { name: 'waiting' });

  await kiosk.jobs.cancelAll();
  await queue.resume();
  const next = printFor(queue.uri);
  start(next.jobs, page);

  expect((await ends(next)).name).toBe('completed');
  expect(names(kiosk).at(-1)).toBe('cancelled');
  expect(await machine.printedDocuments()).toHaveLength(1);
});

test('what an earlier run left in the queue is called off by the next', async () => {
  await queue.pause();
  const earlier = printFor(queue.uri);
  start(earlier.jobs, page);
  await becomes(earlier, { name: 'waiting' });

  const printer = createIppPrinter({ id: 'queue', uri: queue.uri, paper: 'a4', log: silentLog });
  await printer.callOffLeftovers(() => false);
  await queue.resume();

  expect(await ends(earlier)).toEqual({ name: 'cancelled' });
  expect(await machine.printedDocuments()).toEqual([]);
});

test('a printer that is switched off and on behind the queue has printed nothing that is known', async () => {
  await machine.behave({ name: 'endless' });
  const kiosk = printFor(queue.uri);
  start(kiosk.jobs, page);
  await vi.waitFor(async () => expect(await machine.printedDocuments()).toHaveLength(1), SOON);

  await machine.restart();

  expect(await ends(kiosk)).toMatchObject({ name: 'failed' });
});

test('without paper behind the queue, the document waits and comes out once there is some', async () => {
  await machine.setPaper(0);
  const kiosk = printFor(queue.uri);

  start(kiosk.jobs, page);
  await becomes(kiosk, { name: 'waiting', need: 'paper' });
  await machine.setPaper(250);

  expect((await ends(kiosk)).name).toBe('completed');
  expect(await machine.printedDocuments()).toHaveLength(1);
});
