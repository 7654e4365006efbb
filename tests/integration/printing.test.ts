/** Printing on a real IPP printer (CUPS's own), in each of its troubles. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { silentLog } from '../../main/log/log.ts';
import { askPrinter } from '../../main/printing/drivers/ipp-exchange.ts';
import { createIppPrinter } from '../../main/printing/drivers/ipp-printer.ts';
import { createPrintJobs, type PrintJobs } from '../../main/printing/print-jobs.ts';
import type { PrintJob } from '../../preload/contract.ts';
import { type MessageBus, startMessageBus } from '../sandbox/message-bus.ts';
import { type SandboxPrinter, startPrinter } from '../sandbox/printer/printer.ts';

type StateName = PrintJob['state']['name'];
type Times = NonNullable<Parameters<typeof createIppPrinter>[0]['times']>;

/** A busy machine may take its time; a state that never comes fails the test with what came instead. */
const SOON = { timeout: 10_000, interval: 10 };
const QUICK: Times = { pollMs: 50, busyRetryMs: 50, lostAfterMs: 500, answerMs: 500 };
const UNREACHABLE_WITHIN_MS = 5_000;

let folder = '';
let bus: MessageBus;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'printing-'));
  bus = await startMessageBus(folder);
});

afterAll(async () => {
  await bus.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A kiosk's printing, and all that it told. */
function printFor(uri: string, { times = QUICK, ask = askPrinter } = {}) {
  const news: PrintJob[] = [];
  const printer = createIppPrinter({ id: 'a4', uri, media: 'iso_a4_210x297mm', log: silentLog, times, ask });
  const jobs = createPrintJobs({ printer, log: silentLog, onChange: (job) => news.push(job) });
  return { printer, jobs, news };
}

type Kiosk = ReturnType<typeof printFor>;

function aDocument(pageCount = 1) {
  return { pdf: Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(20_000)]), pageCount };
}

function start(jobs: PrintJobs, document = aDocument()): string {
  const started = jobs.start(async () => ({ ok: true, value: document }));
  if (!started.ok) throw new Error(started.error.code);
  return started.value.jobId;
}

function names({ news }: Kiosk): StateName[] {
  return news.map(({ state }) => state.name);
}

async function becomes({ news }: Kiosk, wanted: Partial<PrintJob['state']>): Promise<void> {
  await vi.waitFor(() => expect(news.at(-1)?.state).toMatchObject(wanted), SOON);
}

async function ends({ news }: Kiosk): Promise<PrintJob['state']> {
  await vi.waitFor(
    () => expect(['completed', 'cancelled', 'failed']).toContain(news.at(-1)?.state.name),
    SOON,
  );
  const last = news.at(-1);
  if (!last) throw new Error('Nothing was told.');
  return last.state;
}

function failed(code: string) {
  return { name: 'failed', error: { code } };
}

describe('on a printer', () => {
  let machine: SandboxPrinter;
  let count = 0;

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
    await becomes(neighbour, { name: 'printing' });
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

  test('when the plug is pulled in the middle of a job, nobody claims that it was printed', async () => {
    await machine.behave({ name: 'endless' });
    const kiosk = printFor(machine.uri);
    start(kiosk.jobs);
    await becomes(kiosk, { name: 'printing' });

    await machine.kill();

    expect(await ends(kiosk)).toEqual(failed('PRINTER_OUTCOME_UNKNOWN'));
  });

  test('a printer that is switched off and on forgets the job, and nobody claims that it was printed', async () => {
    await machine.behave({ name: 'endless' });
    const kiosk = printFor(machine.uri);
    start(kiosk.jobs);
    await becomes(kiosk, { name: 'printing' });

    await machine.restart();

    expect(await ends(kiosk)).toEqual(failed('PRINTER_OUTCOME_UNKNOWN'));
  });

  test('after a restart, another job with the same number is not taken for ours', async () => {
    const gate = createGate();
    await machine.behave({ name: 'endless' });
    const kiosk = printFor(machine.uri, { ask: gate.ask });
    start(kiosk.jobs);
    await becomes(kiosk, { name: 'printing' });

    await gate.close();
    await machine.behave({ name: 'complete' });
    await machine.restart();
    const neighbour = printFor(machine.uri);
    start(neighbour.jobs);
    const theirs = await ends(neighbour);
    gate.open();
    const ours = await ends(kiosk);

    expect(await machine.printedDocuments()).toEqual([
      expect.stringMatching(/-job-1\.pdf$/),
      expect.stringMatching(/-job-1\.pdf$/),
    ]);
    expect(theirs.name).toBe('completed');
    expect(ours).toEqual(failed('PRINTER_OUTCOME_UNKNOWN'));
  });

  test('a printer that hangs for a moment in the middle of a job loses nothing', async () => {
    await machine.behave({ name: 'endless' });
    const kiosk = printFor(machine.uri, { times: { ...QUICK, answerMs: 100, lostAfterMs: 30_000 } });
    start(kiosk.jobs);
    await becomes(kiosk, { name: 'printing' });

    machine.pause();
    await expect(fetch(machine.httpUrl, { signal: AbortSignal.timeout(300) })).rejects.toThrow();
    machine.resume();
    await machine.finishJobs();

    expect((await ends(kiosk)).name).toBe('completed');
  });

  test('a printer that hangs is told as unreachable within 5 s', async () => {
    machine.pause();
    const kiosk = printFor(machine.uri, { times: {} });
    const startedAtMs = performance.now();

    start(kiosk.jobs);
    const outcome = await ends(kiosk);

    expect(outcome).toEqual(failed('PRINTER_UNREACHABLE'));
    expect(performance.now() - startedAtMs).toBeLessThan(UNREACHABLE_WITHIN_MS);
  });

  test('a printer that is off is told as unreachable at once', async () => {
    await machine.kill();
    const kiosk = printFor(machine.uri, { times: {} });
    const startedAtMs = performance.now();

    start(kiosk.jobs);
    const outcome = await ends(kiosk);

    expect(outcome).toEqual(failed('PRINTER_UNREACHABLE'));
    expect(performance.now() - startedAtMs).toBeLessThan(UNREACHABLE_WITHIN_MS);
  });

  test('an address that leads past the printer on the same machine is no printer', async () => {
    const kiosk = printFor(machine.uri.replace('/ipp/print', '/ipp/scan'));

    start(kiosk.jobs);

    expect(await ends(kiosk)).toEqual(failed('PRINTER_NOT_A_PRINTER'));
  });
});

describe('on something else', () => {
  let server: Server | undefined;
  const sockets = new Set<Socket>();

  afterEach(async () => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
    await new Promise((resolve) => server?.close(resolve));
  });

  async function listen(created: Server): Promise<string> {
    server = created;
    created.on('connection', (socket: Socket) => sockets.add(socket.on('error', () => {})));
    created.listen(0, '127.0.0.1');
    await once(created, 'listening');
    return `ipp://127.0.0.1:${(created.address() as AddressInfo).port}/ipp/print`;
  }

  test('a web server in place of a printer is told as such', async () => {
    const page = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><h1>Intranet</h1>');
    });
    const kiosk = printFor(await listen(page));

    start(kiosk.jobs);

    expect(await ends(kiosk)).toEqual(failed('PRINTER_NOT_A_PRINTER'));
  });

  test('a server that talks nonsense is told as no printer', async () => {
    const babbler = createTcpServer((socket) => socket.end(randomBytes(5_000)));
    const kiosk = printFor(await listen(babbler));

    start(kiosk.jobs);

    expect(await ends(kiosk)).toEqual(failed('PRINTER_NOT_A_PRINTER'));
  });
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

/** Holds back the kiosk's questions while it is closed. */
function createGate(): { ask: typeof askPrinter; close(): Promise<void>; open(): void } {
  let passage = Promise.resolve();
  let open = () => {};
  let underway = 0;
  return {
    async ask(...question) {
      await passage;
      underway += 1;
      try {
        return await askPrinter(...question);
      } finally {
        underway -= 1;
      }
    },
    async close() {
      ({ promise: passage, resolve: open } = Promise.withResolvers<void>());
      await vi.waitFor(() => expect(underway).toBe(0), SOON);
    },
    open: () => open(),
  };
}
