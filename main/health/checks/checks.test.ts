/** Each part, with the faults that it may have. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Result } from '../../../preload/contract.ts';
import type { PartHealth } from '../../../preload/health-contract.ts';
import { lastResortConfig } from '../../config/last-resort-config.ts';
import type { HidEntry } from '../../devices/hid/hid.ts';
import { entryOf } from '../../devices/testing/pretend-hid.ts';
import type { Scanner, ScannerCondition } from '../../documents/sources/scanner.ts';
import type { NotSentReason, TerminalCheck } from '../../payment/terminal/payment-terminal.ts';
import type { PrinterCondition } from '../../printing/printer.ts';
import { createLockedKeyring, createMemoryKeyring } from '../../secrets/memory-keyring.ts';
import type { StoreLook } from '../../store/look-into-store.ts';
import { ROWS_LOST, UNSURE_SALVAGES } from '../../store/salvage.ts';
import type { ApiProbe } from '../../tenant-api/probe.ts';
import { readingOf } from '../counters.ts';
import { checkClock } from './clock.ts';
import { checkConfiguration } from './configuration.ts';
import { checkCounters } from './counters.ts';
import { checkDatabase } from './database.ts';
import { checkDisk, type DiskAccess } from './disk.ts';
import { checkDisplay } from './display.ts';
import { checkDocumentCamera } from './document-camera.ts';
import { checkKeyring } from './keyring.ts';
import { checkOutbox } from './outbox.ts';
import { checkPaymentTerminal } from './payment-terminal.ts';
import { checkPrinter, spoolerOutOfReach } from './printer.ts';
import { checkReaders } from './readers.ts';
import { checkScanner } from './scanner.ts';
import { checkTenantApi } from './tenant-api.ts';
import { checkVersion, SHIPPED_ELECTRON_MAJOR } from './version.ts';

type Expected = readonly [PartHealth['state'], PartHealth['code']];

const NOW = Date.parse('2018-07-11T12:00:00Z');
const HOUR_MS = 3_600_000;
const MEGABYTE = 1_000_000;

const NOTHING_HANDED_IN = {
  waiting: 0,
  oldestEnqueuedAt: null,
  refused: 0,
  refusedPayments: 0,
  unreadable: 0,
  refusals: [],
};

describe('configuration', () => {
  test('a right one says which kiosk it is', async () => {
    expect(await checkConfiguration({ ok: true, config: lastResortConfig }).check()).toEqual({
      state: 'fit',
      code: 'OK',
      facts: { kioskId: 'kiosk-not-configured', agencyId: 'unknown' },
    });
  });

  test('a wrong one says what to mend first', async () => {
    const fault = { file: '/etc/kiosk.json', key: 'x'.repeat(1_000), expected: 'number' };

    const finding = await checkConfiguration({ ok: false, faults: [fault, fault] }).check();

    expect(finding).toMatchObject({
      state: 'unfit',
      code: 'CONFIG_INVALID',
      facts: { faults: 2, file: '/etc/kiosk.json', expected: 'number' },
    });
    expect(String(finding.facts.key)).toHaveLength(300);
  });
});

describe('version', () => {
  const versionsWith = (electron?: string) =>
    ({ node: '24.15.0', chrome: '148.0', ...(electron && { electron }) }) as NodeJS.ProcessVersions;

  test.each<[string | undefined, Expected]>([
    [`${SHIPPED_ELECTRON_MAJOR}.4.1`, ['fit', 'OK']],
    ['42.0.0', ['degraded', 'RUNTIME_STAND_IN']],
    [undefined, ['degraded', 'RUNTIME_STAND_IN']],
  ])('Electron %s', async (electron, [state, code]) => {
    const running = { app: '0.1.0', isPackaged: true, versions: versionsWith(electron) };

    expect(await checkVersion(running).check()).toMatchObject({ state, code, facts: { app: '0.1.0' } });
  });

  test('what ships is what the lock file names', () => {
    const lock = JSON.parse(readFileSync(join(import.meta.dirname, '../../../package-lock.json'), 'utf8'));

    expect(Number.parseInt(lock.packages['node_modules/electron'].version, 10)).toBe(SHIPPED_ELECTRON_MAJOR);
  });
});

const KIOSK_CREDENTIAL = JSON.stringify({
  sequence: 1,
  id: 'credential-1',
  name: 'Borne 1',
  audience: 'urn:api',
  issuedAt: '2018-07-01T00:00:00Z',
  expiresAt: '2019-07-01T00:00:00Z',
  privateKey: 'AAAA',
});

describe('keyring', () => {
  const key = Buffer.alloc(32, 7).toString('base64');

  test.each<[string, () => ReturnType<typeof createMemoryKeyring>, Expected]>([
    [
      'whole',
      () => createMemoryKeyring({ 'kiosk-credential': KIOSK_CREDENTIAL, 'sealing-key': key }),
      ['fit', 'OK'],
    ],
    ['locked', createLockedKeyring, ['unfit', 'KEYRING_UNAVAILABLE']],
    [
      'of a machine never enrolled',
      () => createMemoryKeyring({ 'sealing-key': key }),
      ['unfit', 'KIOSK_NOT_ENROLLED'],
    ],
    [
      'before the first start',
      () => createMemoryKeyring({ 'kiosk-credential': KIOSK_CREDENTIAL }),
      ['degraded', 'SEALING_KEY_MISSING'],
    ],
    [
      'with something else in the key’s place',
      () => createMemoryKeyring({ 'kiosk-credential': KIOSK_CREDENTIAL, 'sealing-key': 'c2hvcnQ=' }),
      ['unfit', 'SEALING_KEY_DAMAGED'],
    ],
  ])('a keyring that is %s', async (_what, make, [state, code]) => {
    const finding = await checkKeyring(async () => ({ ok: true, value: make() })).check();

    expect(finding).toEqual({ state, code, facts: {} });
  });

  test('a keyring that cannot be opened at all', async () => {
    const check = checkKeyring(async () => ({ ok: false, error: { code: 'KEYRING_UNAVAILABLE' } }));

    expect(await check.check()).toMatchObject({ state: 'unfit', code: 'KEYRING_UNAVAILABLE' });
  });
});

describe('central API', () => {
  test.each<[ApiProbe['outcome'], Expected]>([
    [{ ok: true, value: undefined }, ['fit', 'OK']],
    [{ ok: false, error: { code: 'API_UNREACHABLE' } }, ['unfit', 'API_UNREACHABLE']],
    [{ ok: false, error: { code: 'API_TIMEOUT' } }, ['unfit', 'API_TIMEOUT']],
    [{ ok: false, error: { code: 'KIOSK_NOT_RECOGNISED' } }, ['unfit', 'KIOSK_NOT_RECOGNISED']],
    [{ ok: false, error: { code: 'KIOSK_NOT_ENROLLED' } }, ['unfit', 'KIOSK_NOT_ENROLLED']],
    [{ ok: false, error: { code: 'KIOSK_CLOCK_WRONG' } }, ['unfit', 'CLOCK_WRONG']],
    [{ ok: false, error: { code: 'INTERNAL' } }, ['unfit', 'API_REFUSED']],
  ])('%j', async (outcome, [state, code]) => {
    const check = checkTenantApi('https://api.example/kiosk/v1', async () => probeOf({ outcome }));

    expect(await check.check()).toEqual({ state, code, facts: { address: 'api.example', durationMs: 12 } });
  });
});

describe('clock', () => {
  test.each<[number | null, Expected]>([
    [900, ['fit', 'OK']],
    [-29_000, ['fit', 'OK']],
    [30_000, ['degraded', 'CLOCK_WRONG']],
    [-299_000, ['degraded', 'CLOCK_WRONG']],
    [-300_000, ['unfit', 'CLOCK_WRONG']],
    [86_400_000, ['unfit', 'CLOCK_WRONG']],
    [null, ['degraded', 'CLOCK_NOT_COMPARED']],
  ])('%s ms ahead', async (aheadMs, [state, code]) => {
    expect(await checkClock(async () => probeOf({ aheadMs })).check()).toMatchObject({ state, code });
  });
});

describe('printer', () => {
  test.each<[Result<PrinterCondition>, Expected]>([
    [{ ok: true, value: { name: 'ready', paper: 'loaded' } }, ['fit', 'OK']],
    [{ ok: true, value: { name: 'ready', paper: 'low' } }, ['degraded', 'PRINTER_PAPER_LOW']],
    [{ ok: true, value: { name: 'busy', paper: 'unknown' } }, ['fit', 'PRINTER_BUSY']],
    [{ ok: true, value: { name: 'waiting', need: 'jam', paper: 'loaded' } }, ['unfit', 'PRINTER_WAITING']],
    [{ ok: false, error: { code: 'PRINTER_UNREACHABLE' } }, ['unfit', 'PRINTER_UNREACHABLE']],
    [{ ok: false, error: { code: 'PRINTER_BUSY' } }, ['degraded', 'PRINTER_BUSY']],
    [{ ok: false, error: { code: 'INTERNAL' } }, ['unfit', 'PRINTER_REFUSED']],
  ])('%j', async (answer, [state, code]) => {
    const finding = await checkPrinter('a4', { check: async () => answer }).check();

    expect(finding).toMatchObject({ state, code, facts: { printerId: 'a4' } });
  });
});

describe('a printer of Windows’ spooler', () => {
  test.each<[NodeJS.Platform, Expected]>([
    ['linux', ['unfit', 'PRINTER_DRIVER_NOT_HERE']],
    // From a shell there is no window to ask it from.
    ['win32', ['absent', 'NOT_CHECKED_HERE']],
  ])('on %s', async (platform, [state, code]) => {
    expect(await spoolerOutOfReach('usb', platform).check()).toEqual({
      state,
      code,
      facts: { printerId: 'usb', driver: 'windows-spooler' },
    });
  });
});

describe('readers', () => {
  const SCANNER = entryOf('/dev/hidraw0', { vendorId: 0x0c_2e, productId: 0x0b_61 }, [0x8c, 0x02]);
  const MOUSE = entryOf('/dev/hidraw1', { vendorId: 0x46d, productId: 1 }, [0x01, 0x02]);
  const config = {
    readers: [],
    barcodeScanner: { mode: 'hid', vendorId: SCANNER.vendorId, productId: SCANNER.productId },
  } as const;
  const found = (entries: readonly HidEntry[], mayOpen = true, settings: typeof config | null = config) => {
    const [check] = checkReaders(settings && { ...settings, readers: [] }, {
      list: async () => entries,
      mayOpen: async () => mayOpen,
    });
    return check?.check();
  };

  test('what is plugged in is listed once each, by its ids, where none is set up', async () => {
    expect(await found([SCANNER, { ...SCANNER }, MOUSE], true, null)).toEqual({
      state: 'absent',
      code: 'NOT_CONFIGURED',
      facts: { devices: 2, deviceIds: '0c2e:0b61 046d:0001' },
    });
  });

  test('one that is set up and there is fit, and two of its model are counted', async () => {
    expect(await found([MOUSE, SCANNER, { ...SCANNER, path: '/dev/hidraw2' }])).toEqual({
      state: 'fit',
      code: 'OK',
      facts: { reader: 'barcode-scanner', deviceIds: '0c2e:0b61', devices: 2 },
    });
  });

  test('one that is set up and was unplugged is missed', async () => {
    expect(await found([MOUSE])).toMatchObject({ state: 'degraded', code: 'READER_ABSENT' });
  });

  test('one that the kiosk may not open comes with the rule that is missing', async () => {
    expect(await found([SCANNER], false)).toMatchObject({
      state: 'degraded',
      code: 'READER_FORBIDDEN',
      facts: {
        missingRule: 'SUBSYSTEM=="hidraw", ATTRS{idVendor}=="0c2e", GROUP="ekidom-devices", MODE="0660"',
      },
    });
  });

  test('each that is set up has a line of its own', async () => {
    const badge = { vendorId: 0x0c27, productId: 0x3bfa };
    const reader = {
      kind: 'badge',
      mode: 'hid',
      ...badge,
      format: { coding: 'pcprox', bits: 24, numberBits: 16 },
    } as const;
    const checks = checkReaders(
      { ...config, readers: [reader] },
      { list: async () => [entryOf('/dev/hidraw3', badge, [0x01, 0x06])], mayOpen: async () => true },
    );

    const findings = await Promise.all(checks.map((each) => each.check()));

    expect(findings).toMatchObject([
      { code: 'OK', facts: { reader: 'badge-reader' } },
      { code: 'READER_ABSENT', facts: { reader: 'barcode-scanner' } },
    ]);
  });

  test('a machine that lists nothing says so', async () => {
    const [check] = checkReaders(null, {
      list: () => Promise.reject(new Error('no libusb')),
      mayOpen: async () => true,
    });

    expect(await check?.check()).toMatchObject({ state: 'degraded', code: 'READERS_NOT_LISTED' });
  });
});

describe('scanner', () => {
  test.each<[Awaited<ReturnType<Scanner['check']>>, Expected]>([
    [scannerThat({}), ['fit', 'OK']],
    [scannerThat({ state: 'busy' }), ['fit', 'SCANNER_BUSY']],
    [{ ok: false, error: { code: 'SCANNER_BUSY' } }, ['degraded', 'SCANNER_BUSY']],
    [{ ok: false, error: { code: 'SCANNER_UNREACHABLE' } }, ['unfit', 'SCANNER_UNREACHABLE']],
    [{ ok: false, error: { code: 'SCANNER_NOT_TRUSTED' } }, ['unfit', 'SCANNER_NOT_TRUSTED']],
    [{ ok: false, error: { code: 'SCANNER_BROKEN_ANSWER' } }, ['unfit', 'SCANNER_NOT_A_SCANNER']],
    [{ ok: false, error: { code: 'SCANNER_JAMMED' } }, ['unfit', 'SCANNER_WAITING']],
    [{ ok: false, error: { code: 'SCANNER_COVER_OPEN' } }, ['unfit', 'SCANNER_WAITING']],
  ])('%j', async (answer, [state, code]) => {
    const finding = await checkScanner('escl', { check: async () => answer }).check();

    expect(finding).toMatchObject({ state, code, facts: { driver: 'escl' } });
  });

  test('what it calls itself is told, and cut where it is no name', async () => {
    const answer = scannerThat({ model: 'x'.repeat(5_000), feeder: 'loaded' });

    const { facts } = await checkScanner('escl', { check: async () => answer }).check();

    expect(facts).toEqual({ driver: 'escl', model: 'x'.repeat(80), paperInFeeder: true });
  });

  function scannerThat(condition: Partial<ScannerCondition>) {
    return {
      ok: true as const,
      value: { state: 'ready' as const, model: null, feeder: null, ...condition },
    };
  }
});

describe('document camera', () => {
  test('is looked for among the devices, and said to be missing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dev-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const check = checkDocumentCamera(folder, 'linux');

    const without = await check.check();
    writeFileSync(join(folder, 'video0'), '');
    writeFileSync(join(folder, 'video-notes'), '');
    const there = await check.check();

    expect(without).toEqual({ state: 'unfit', code: 'CAMERA_MISSING', facts: { devices: 0 } });
    expect(there).toEqual({ state: 'fit', code: 'OK', facts: { devices: 1 } });
  });

  test('that the kiosk may not look through is told as such', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dev-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    // Root may do everything but go through a link to nowhere.
    symlinkSync(join(folder, 'nowhere'), join(folder, 'video0'));

    expect(await checkDocumentCamera(folder, 'linux').check()).toMatchObject({ code: 'CAMERA_REFUSED' });
  });

  test('elsewhere it is not looked for', async () => {
    expect(await checkDocumentCamera('C:\\', 'win32').check()).toMatchObject({ code: 'NOT_CHECKED_HERE' });
  });
});

describe('disk', () => {
  const errno = (code: string) => Promise.reject(Object.assign(new Error('disk'), { code }));
  const disk = (free: number, tryToWrite: DiskAccess['tryToWrite'] = async () => {}): DiskAccess => ({
    freeBytes: async () => free,
    tryToWrite,
  });

  test.each<[string, DiskAccess, Expected]>([
    ['room enough', disk(500 * MEGABYTE), ['fit', 'OK']],
    ['little room', disk(499 * MEGABYTE), ['degraded', 'DISK_LOW']],
    ['no room', disk(49 * MEGABYTE), ['unfit', 'DISK_FULL']],
    ['room, but none to write', disk(500 * MEGABYTE, () => errno('EROFS')), ['unfit', 'DISK_NOT_WRITABLE']],
    ['no folder', { ...disk(0), freeBytes: () => errno('ENOENT') }, ['unfit', 'DISK_UNREADABLE']],
  ])('%s', async (_what, access, [state, code]) => {
    expect(await checkDisk('/data', access).check()).toMatchObject({ state, code });
  });

  test('the real one is tried, and nothing of that stays', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'disk-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));

    const finding = await checkDisk(folder).check();

    expect(Number(finding.facts.freeMegabytes)).toBeGreaterThan(0);
    expect(readdirSync(folder)).toEqual([]);
    expect(await checkDisk(join(folder, 'not-there')).check()).toMatchObject({
      code: 'DISK_UNREADABLE',
      facts: { cause: 'ENOENT' },
    });
  });
});

describe('payment terminal', () => {
  const unreachable = (reason: NotSentReason) => ({ reachable: false, reason }) as const;

  test.each<[TerminalCheck, { unknown: number; withCardNumber: number }, Expected]>([
    [{ reachable: true }, { unknown: 0, withCardNumber: 0 }, ['fit', 'OK']],
    [{ reachable: true }, { unknown: 2, withCardNumber: 0 }, ['degraded', 'PAYMENTS_UNKNOWN']],
    [{ reachable: true }, { unknown: 1, withCardNumber: 1 }, ['unfit', 'TERMINAL_SENDS_CARD_NUMBERS']],
    [unreachable('CONNECTION_REFUSED'), { unknown: 0, withCardNumber: 0 }, ['unfit', 'TERMINAL_UNREACHABLE']],
    [unreachable('TERMINAL_KEY_MISSING'), { unknown: 0, withCardNumber: 0 }, ['unfit', 'TERMINAL_REFUSED']],
  ])('%j, with %j in the journal', async (answer, payments, [state, code]) => {
    const finding = await checkOf({ answer, payments }).check();

    expect(finding).toMatchObject({ state, code, facts: { unknownPayments: payments.unknown } });
  });

  test('one that is at a payment is left alone', async () => {
    const ask = vi.fn(async (): Promise<TerminalCheck> => ({ reachable: true }));

    const finding = await checkOf({ isPaying: true, ask }).check();

    expect(finding).toMatchObject({ state: 'fit', code: 'TERMINAL_BUSY' });
    expect(ask).not.toHaveBeenCalled();
  });

  function checkOf(given: {
    answer?: TerminalCheck;
    payments?: { unknown: number; withCardNumber: number };
    isPaying?: boolean;
    ask?: () => Promise<TerminalCheck>;
  }) {
    const { answer = { reachable: true }, payments = { unknown: 0, withCardNumber: 0 } } = given;
    const outbox = NOTHING_HANDED_IN;
    return checkPaymentTerminal({
      driver: 'caisse-ap',
      test: given.ask ?? (async () => answer),
      look: async () => ({
        ok: true,
        schemaVersion: 4,
        outbox,
        payments,
        counters: [],
        salvagedAt: null,
        keyReplacedAt: null,
      }),
      isPaying: () => given.isPaying ?? false,
    });
  }
});

describe('database and outbox', () => {
  const seen = (
    changes: Partial<Extract<StoreLook, { ok: true }>['outbox']>,
    keyReplacedAt: number | null = null,
  ): StoreLook => ({
    ok: true,
    schemaVersion: 3,
    outbox: { ...NOTHING_HANDED_IN, ...changes },
    payments: { unknown: 0, withCardNumber: 0 },
    counters: [],
    salvagedAt: null,
    keyReplacedAt,
  });

  test.each<[StoreLook, Expected]>([
    [seen({}), ['fit', 'OK']],
    [{ ok: false, reason: 'missing', cause: null }, ['degraded', 'DATABASE_MISSING']],
    [{ ok: false, reason: 'damaged', cause: 'SQLITE_NOTADB' }, ['unfit', 'DATABASE_DAMAGED']],
    [{ ok: false, reason: 'newer', cause: null }, ['unfit', 'DATABASE_NEWER']],
    [{ ok: false, reason: 'unreadable', cause: 'SQLITE_CANTOPEN' }, ['unfit', 'DATABASE_UNREADABLE']],
  ])('database: %j', async (look, [state, code]) => {
    const found = await checkDatabase(
      async () => look,
      () => NOW,
    ).check();

    expect(found).toMatchObject({ state, code });
  });

  test.each([
    [29, ['degraded', 'DATABASE_SALVAGED']],
    [31, ['fit', 'OK']],
  ])('a database that was made anew %i days ago', async (days, [state, code]) => {
    const look = { ...seen({}), salvagedAt: NOW - days * 86_400_000 };

    const found = await checkDatabase(
      async () => look,
      () => NOW,
    ).check();

    expect(found).toMatchObject({ state, code });
  });

  test.each<[string, string, Record<string, unknown>]>([
    [ROWS_LOST, 'ROWS_LOST', { rowsLost: 3, mayMissMore: false }],
    [UNSURE_SALVAGES, 'ROWS_MAY_BE_LOST', { rowsLost: 0, mayMissMore: true }],
  ])('what could not be saved is told under a code of its own (%s)', async (name, code, facts) => {
    const look = { ...seen({}), salvagedAt: NOW, counters: [{ name, count: 3, lastAt: NOW }] };

    const found = await checkDatabase(
      async () => look,
      () => NOW,
    ).check();

    expect(found).toMatchObject({ state: 'degraded', code, facts });
  });

  test('what was refused is told by kind and reason, as far as there is room', async () => {
    const refusals = Array.from({ length: 20 }, (_, at) => ({
      kind: 'document',
      code: `document.${at}`,
      count: 2,
    }));
    const look = seen({ refused: 40, refusals });

    const { facts } = await checkOutbox(
      async () => look,
      () => NOW,
    ).check();

    const told = String(facts.refusals);
    expect(told).toMatch(/^2 document document\.0; 2 document document\.1; /);
    expect(told.length).toBeLessThanOrEqual(300);
  });

  test.each<[StoreLook, Expected]>([
    [seen({}), ['fit', 'OK']],
    [seen({ waiting: 3, oldestEnqueuedAt: NOW - 59 * 60_000 }), ['fit', 'OK']],
    [seen({ waiting: 1, oldestEnqueuedAt: NOW - HOUR_MS }), ['degraded', 'OUTBOX_LATE']],
    [seen({ refused: 1 }), ['degraded', 'OUTBOX_REFUSED']],
    [seen({ unreadable: 1 }), ['degraded', 'OUTBOX_REFUSED']],
    [seen({ unreadable: 1 }, NOW), ['degraded', 'SEALING_KEY_REPLACED']],
    [seen({}, NOW), ['fit', 'OK']],
    [seen({ refused: 1, refusedPayments: 1 }), ['degraded', 'PAYMENTS_REFUSED']],
    [{ ok: false, reason: 'damaged', cause: null }, ['absent', 'NOT_CHECKED_HERE']],
  ])('outbox: %j', async (look, [state, code]) => {
    const check = checkOutbox(
      async () => look,
      () => NOW,
    );

    expect(await check.check()).toMatchObject({ state, code });
  });
});

describe('display', () => {
  const screen = { widthPixels: 1_080, heightPixels: 1_920 };

  test.each<[Partial<typeof screen> & { isDrawnByHardware?: boolean }, Expected]>([
    [{}, ['fit', 'OK']],
    [{ widthPixels: 1_024 }, ['degraded', 'DISPLAY_UNEXPECTED']],
    [{ isDrawnByHardware: false }, ['degraded', 'RENDERED_IN_SOFTWARE']],
  ])('%j', async (changes, [state, code]) => {
    const look = { ...screen, displays: 1, isDrawnByHardware: true, ...changes };

    expect(await checkDisplay(screen, () => look).check()).toMatchObject({ state, code });
  });
});

describe('counters', () => {
  test('trouble of today is told, a start is none', async () => {
    const reading = readingOf([
      { name: 'starts', count: 4, lastAt: NOW },
      { name: 'hangs', count: 2, lastAt: NOW - 23 * HOUR_MS },
      { name: 'of-a-later-version', count: 9, lastAt: NOW },
    ]);

    const finding = await checkCounters(
      () => reading,
      () => NOW,
    ).check();

    expect(finding).toMatchObject({
      state: 'degraded',
      code: 'TROUBLE_TODAY',
      facts: { starts: 4, hangs: 2, gpuCrashes: 0, lastTroubleAt: '2018-07-10T13:00:00.000Z' },
    });
  });

  test('trouble of yesterday is still counted, and no longer told as such', async () => {
    const reading = readingOf([{ name: 'hangs', count: 2, lastAt: NOW - 25 * HOUR_MS }]);

    const finding = await checkCounters(
      () => reading,
      () => NOW,
    ).check();

    expect(finding).toMatchObject({ state: 'fit', code: 'OK', facts: { hangs: 2 } });
  });
});

function probeOf(changes: Partial<ApiProbe>): ApiProbe {
  return { outcome: { ok: true, value: undefined }, durationMs: 12, aheadMs: 0, ...changes };
}
