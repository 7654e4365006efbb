/** Printing when the printer goes away, hangs, or is something else. Nobody claims more than is known. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { askPrinter } from '../../main/printing/drivers/ipp-exchange.ts';
import { type MessageBus, startMessageBus } from '../sandbox/message-bus.ts';
import { type SandboxPrinter, startPrinter } from '../sandbox/printer/printer.ts';
import { becomes, ends, failed, printFor, QUICK, SOON, start } from './kiosk-printing.ts';

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
    await vi.waitFor(async () => expect(await machine.printedDocuments()).toHaveLength(1), SOON);
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

    await machine.pause();
    await expect(fetch(machine.httpUrl, { signal: AbortSignal.timeout(300) })).rejects.toThrow();
    machine.resume();
    await machine.finishJobs();

    expect((await ends(kiosk)).name).toBe('completed');
  });

  test('a printer that hangs is told as unreachable within 5 s', async () => {
    await machine.pause();
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
