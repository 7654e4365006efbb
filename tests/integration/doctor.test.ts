/** The doctor as a technician starts it: the kiosk's own program, without a display, against a real sandbox. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { electronFlags, electronRuntime } from '../../build/electron-runtime.mjs';
import { silentLog } from '../../main/log/log.ts';
import { openStore } from '../../main/store/store.ts';
import type { HealthCode, Part, PartHealth } from '../../preload/health-contract.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** A part that hangs is given up after 10 s, and the program starts within a few. */
const TIME_LIMIT_MS = 25_000;
const root = resolve(import.meta.dirname, '../..');

let folder: string;
let sandbox: Sandbox;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'doctor-'));
  sandbox = await startSandbox({ folder });
});

afterAll(async () => {
  await sandbox.stop();
  rmSync(folder, { recursive: true, force: true });
});

afterEach(() => sandbox.tenantApi.faults.clear());

test('a kiosk before its first start: nothing is unfit, and one JSON object is all that is told', async () => {
  const { exitCode, stdout } = await doctor(['--json']);

  const report = JSON.parse(stdout);
  expect(exitCode).toBe(0);
  expect(Object.keys(report)).toEqual(['fit', 'checkedAt', 'parts']);
  expect(report.fit).toBe(true);
  expect(codesOf(report.parts)).toEqual({
    configuration: 'OK',
    version: expect.stringMatching(/^(OK|RUNTIME_STAND_IN)$/),
    keyring: 'SEALING_KEY_MISSING',
    tenantApi: 'OK',
    clock: 'OK',
    printer: 'OK',
    paymentTerminal: 'OK',
    readers: expect.stringMatching(/^(NOT_CONFIGURED|READERS_NOT_LISTED)$/),
    scanner: 'NOT_CONFIGURED',
    documentCamera: 'NOT_CONFIGURED',
    disk: expect.stringMatching(/^(OK|DISK_LOW)$/),
    database: 'DATABASE_MISSING',
    outbox: 'NOT_CHECKED_HERE',
    display: 'NOT_CHECKED_HERE',
    counters: 'OK',
  });
});

test('for people it is a line for each part', async () => {
  const { exitCode, stdout } = await doctor([]);

  const lines = stdout.trimEnd().split('\n');
  expect(exitCode).toBe(0);
  expect(lines).toHaveLength(15);
  expect(lines[0]).toMatch(/^configuration {2,}fit {2,}OK {2,}kioskId=sandbox-1 agencyId=direction-centre$/);
});

test('no secret is told, whatever is asked', async () => {
  const { stdout, stderr } = await doctor(['--json']);
  const [kiosk] = JSON.parse(readFileSync(sandbox.configFile, 'utf8')).staffCodes;

  expect(stdout + stderr).not.toContain(kiosk.codeHash);
  expect(stdout + stderr).not.toMatch(/Bearer|credential-|argon2/);
});

test('the kiosk’s database is looked into while it is open, and what waits there is told', async () => {
  const opened = openStore(join(sandbox.dataFolder, 'kiosk.sqlite'), { log: silentLog });
  if (!opened.ok) throw new Error(opened.reason);
  const anHourAgo = Date.now() - 3_700_000;
  opened.store.outbox.add({
    deliveryId: 'd',
    kind: 'k',
    lane: 'l',
    sealed: Buffer.alloc(8),
    enqueuedAt: anHourAgo,
  });

  const parts = await partsOf(await doctor(['--json']));
  opened.store.close();

  expect(parts).toMatchObject({ database: 'OK', outbox: 'OUTBOX_LATE' });
});

test('an API that is away makes it exit with 1', async () => {
  sandbox.tenantApi.faults.set('all', { effect: { kind: 'cut', moment: 'beforeEffect' } });

  const answer = await doctor(['--json']);

  expect(answer.exitCode).toBe(1);
  expect(partsOf(answer)).toMatchObject({
    tenantApi: 'API_UNREACHABLE',
    clock: 'CLOCK_NOT_COMPARED',
    keyring: 'SEALING_KEY_MISSING',
  });
});

test('an API that does not know the machine is told apart from one that is away', async () => {
  sandbox.tenantApi.faults.set('createKioskToken', {
    effect: { kind: 'status', status: 401, code: 'kiosk.credential_invalid' },
  });

  expect(partsOf(await doctor(['--json'])).tenantApi).toBe('KIOSK_NOT_RECOGNISED');
});

test('a printer without paper, and one that is gone', async () => {
  await sandbox.printer.setPaper(0);
  const waiting = partsOf(await doctor(['--json']));
  await sandbox.printer.setPaper(250);
  await sandbox.printer.kill();
  const gone = partsOf(await doctor(['--json']));
  await sandbox.printer.restart();

  expect([waiting.printer, gone.printer]).toEqual(['PRINTER_WAITING', 'PRINTER_UNREACHABLE']);
});

test('without a keyring nothing hangs', async () => {
  const nowhere = { DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(folder, 'no-bus')}` };

  const answer = await doctor(['--json'], nowhere);

  expect(answer.exitCode).toBe(1);
  expect(partsOf(answer)).toMatchObject({ keyring: 'KEYRING_UNAVAILABLE', tenantApi: 'KEYRING_UNAVAILABLE' });
});

test('a broken configuration is told by file and key, and the other parts are looked at all the same', async () => {
  const broken = join(folder, 'broken.json');
  writeFileSync(broken, '{ "session": { "idleTimeoutSeconds": "120" } }');

  const answer = await doctor(['--json'], { KIOSK_CONFIG_FILE: broken });

  expect(answer.exitCode).toBe(1);
  expect(JSON.parse(answer.stdout).parts[0]).toMatchObject({
    code: 'CONFIG_INVALID',
    facts: { file: broken, key: 'session.idleTimeoutSeconds', expected: 'number' },
  });
  expect(partsOf(answer)).toMatchObject({ tenantApi: 'NOT_CONFIGURED', keyring: 'SEALING_KEY_MISSING' });
});

test('a data folder that is not there, and a database that is none', async () => {
  const dataFolder = join(folder, 'damaged');
  const missing = partsOf(await doctor(['--json'], { KIOSK_DATA_FOLDER: dataFolder }));
  mkdirSync(dataFolder);
  writeFileSync(join(dataFolder, 'kiosk.sqlite'), 'this is no database '.repeat(1_000));
  const damaged = partsOf(await doctor(['--json'], { KIOSK_DATA_FOLDER: dataFolder }));

  expect(missing).toMatchObject({ disk: 'DISK_UNREADABLE', database: 'DATABASE_MISSING' });
  expect(damaged.database).toBe('DATABASE_DAMAGED');
});

test('what is not understood exits with 2', async () => {
  const { exitCode, stdout } = await doctor(['dance']);

  expect([exitCode, stdout]).toEqual([2, '']);
});

interface Answer {
  exitCode: number;
  stdout: string;
  stderr: string;
}

function doctor(words: readonly string[], environment: Record<string, string> = {}): Promise<Answer> {
  // A technician's shell over the network has no display.
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...machine } = process.env;
  const program = [...electronFlags(), root, '--doctor', ...words];
  const env = { ...machine, ...sandbox.environment, ...environment };
  return new Promise((done) => {
    execFile(
      electronRuntime().executable,
      program,
      { env, timeout: TIME_LIMIT_MS },
      (error, stdout, stderr) => {
        const exitCode = typeof error?.code === 'number' ? error.code : error ? Number.NaN : 0;
        done({ exitCode, stdout, stderr });
      },
    );
  });
}

function partsOf(answer: Answer): Partial<Record<Part, HealthCode>> {
  return codesOf(JSON.parse(answer.stdout).parts);
}

function codesOf(parts: readonly PartHealth[]): Partial<Record<Part, HealthCode>> {
  return Object.fromEntries(parts.map(({ part, code }) => [part, code]));
}
