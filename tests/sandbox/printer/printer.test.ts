import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type MessageBus, startMessageBus } from '../message-bus.ts';
import { startPrinter } from './printer.ts';

let folder = '';
let bus: MessageBus;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'printer-'));
  bus = await startMessageBus(folder);
});

afterEach(async () => {
  await bus.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A process that has ended may stand as a zombie until somebody collects it. */
function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch (error) {
    expect(error).toMatchObject({ code: 'ENOENT' });
    return false;
  }
}

test('a printer is up when it is handed over and gone when it is stopped, however often', async () => {
  const printer = await startPrinter({ folder: join(folder, "the hall's printer"), busAddress: bus.address });

  const page = await fetch(printer.httpUrl);
  await page.text();
  await printer.stop();
  await printer.stop();

  expect(page.status).toBe(200);
  expect(isAlive(printer.pid)).toBe(false);
});

test('a printer that is switched off and on again is another process at the same address', async () => {
  const printer = await startPrinter({ folder, busAddress: bus.address });
  const firstPid = printer.pid;

  await printer.restart();
  const page = await fetch(printer.httpUrl);
  await page.text();
  await printer.stop();

  expect(page.status).toBe(200);
  expect(printer.pid).not.toBe(firstPid);
  expect(isAlive(firstPid)).toBe(false);
});

test('a hanging printer can be stopped', async () => {
  const printer = await startPrinter({ folder, busAddress: bus.address });
  await printer.pause();

  await printer.stop();

  expect(isAlive(printer.pid)).toBe(false);
});

test('two printers share nothing', async () => {
  const [left, right] = await Promise.all([
    startPrinter({ folder: join(folder, 'left'), busAddress: bus.address }),
    startPrinter({ folder: join(folder, 'right'), busAddress: bus.address }),
  ]);

  await Promise.all([left.stop(), right.stop()]);

  expect(left.port).not.toBe(right.port);
  expect(left.printedFolder).not.toBe(right.printedFolder);
});

test.runIf(existsSync('/usr/bin/setpriv'))('a printer does not outlive whoever started it', async () => {
  const owner = spawn(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `const { startPrinter } = await import(${JSON.stringify(new URL('./printer.ts', import.meta.url).href)});
       const printer = await startPrinter(${JSON.stringify({ folder, busAddress: bus.address })});
       process.stdout.write(String(printer.pid));
       setInterval(() => {}, 1000);`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [announced] = await owner.stdout.setEncoding('utf8').take(1).toArray();
  const printerPid = Number(announced);

  owner.kill('SIGKILL');

  expect(printerPid).toBeGreaterThan(1);
  while (isAlive(printerPid)) await delay(10);
});
