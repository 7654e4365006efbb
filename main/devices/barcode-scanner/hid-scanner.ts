/** A barcode scanner over HID, opened when it is needed, and anew when it was lost. */
import type { Device } from 'node-hid';
import type { Log } from '../../log/log.ts';
import type { BarcodeScanner } from './barcode-scanner.ts';
import { readScannerReport, SCANNER_USAGE, SCANNER_USAGE_PAGE, textOf } from './hid-report.ts';

/** As much of an open device of `node-hid` as is used. */
export interface OpenDevice {
  on(event: 'data', take: (report: Buffer) => void): unknown;
  on(event: 'error', take: (error: unknown) => void): unknown;
  close(): Promise<void>;
}

/** What this needs of `node-hid`. */
export interface Hid {
  devicesAsync(vendorId: number, productId: number): Promise<Device[]>;
  open(path: string): Promise<OpenDevice>;
}

export interface ScannerIdentity {
  readonly vendorId: number;
  readonly productId: number;
}

/** A scanner that was pulled out and put back is there within seconds. After the last of them, the next need tries. */
const REOPEN_AFTER_MS: readonly number[] = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];
/** Far above what any code of ours holds. */
const MOST_BYTES = 1_024;
/** The parts of one code come at once. What came before this much silence belongs to another one. */
const PART_GAP_MS = 500;

export function createHidScanner(parts: {
  identity: ScannerIdentity;
  onScan: (text: string) => void;
  log: Log;
  loadHid?: () => Promise<Hid>;
}): BarcodeScanner {
  const { identity, onScan, log, loadHid = loadNodeHid } = parts;
  let device: OpenDevice | null = null;
  let opening: Promise<void> | null = null;
  let isClosed = false;
  let retry: NodeJS.Timeout | undefined;
  let tries = 0;

  return {
    open() {
      tries = 0;
      return open();
    },
    async close() {
      isClosed = true;
      clearTimeout(retry);
      await opening;
      const last = device;
      device = null;
      await last?.close();
    },
  };

  function open(): Promise<void> {
    clearTimeout(retry);
    if (device || isClosed) return Promise.resolve();
    opening ??= tryToOpen().finally(() => {
      opening = null;
    });
    return opening;
  }

  async function tryToOpen(): Promise<void> {
    const found = await look().catch((error: unknown) => {
      log.warn('barcode-scanner.not-opened', { cause: error instanceof Error ? error.name : typeof error });
      return null;
    });
    if (!found) return tryAgain();
    if (isClosed) return found.close();
    device = found;
    tries = 0;
    log.info('barcode-scanner.opened');
    found.on('data', createAssembly());
    // Unplugged: node-hid tells it by no other way.
    found.on('error', () => void lose(found));
  }

  /** One device lists several times, and only one of its entries scans. */
  async function look(): Promise<OpenDevice | null> {
    const hid = await loadHid();
    const entries = await hid.devicesAsync(identity.vendorId, identity.productId);
    const entry = entries.find(
      ({ usagePage, usage }) => usagePage === SCANNER_USAGE_PAGE && usage === SCANNER_USAGE,
    );
    return entry?.path === undefined ? null : await hid.open(entry.path);
  }

  async function lose(lost: OpenDevice): Promise<void> {
    if (device !== lost) return;
    device = null;
    log.warn('barcode-scanner.lost');
    tryAgain();
    await lost.close().catch(() => log.info('barcode-scanner.gone-already'));
  }

  function tryAgain(): void {
    const afterMs = REOPEN_AFTER_MS[tries];
    tries += 1;
    if (afterMs === undefined || isClosed) return;
    retry = setTimeout(() => void open(), afterMs);
  }

  /** Puts the reports of one code together. */
  function createAssembly(): (report: Buffer) => void {
    let held: Buffer[] = [];
    let heldAt = 0;

    return (report) => {
      const part = readScannerReport(report);
      if (!part || performance.now() - heldAt > PART_GAP_MS) held = [];
      if (!part) return;

      held.push(part.data);
      heldAt = performance.now();
      const code = Buffer.concat(held);
      if (part.goesOn && code.length <= MOST_BYTES) return;
      held = [];
      const text = part.goesOn ? null : textOf(code);
      if (text === null) log.warn('barcode-scanner.not-text', { bytes: code.length });
      else onScan(text);
    };
  }
}

async function loadNodeHid(): Promise<Hid> {
  const { default: hid } = await import('node-hid');
  return {
    devicesAsync: (vendorId, productId) => hid.devicesAsync(vendorId, productId),
    open: (path) => hid.HIDAsync.open(path),
  };
}
