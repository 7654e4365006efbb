/** Barcode scanners over HID, set to HID POS. What one read is told as a line of text. */
import type { Log } from '../../log/log.ts';
import type { UsbIds } from '../hid/hid.ts';
import type { HidKind } from '../hid/hid-watch.ts';
import { readScannerReport, SCANNER_USAGE, SCANNER_USAGE_PAGE, textOf } from './hid-report.ts';

/** Far above what any code of ours holds. */
const MOST_BYTES = 1_024;
/** The parts of one code come at once. What came before this much silence belongs to another one. */
const PART_GAP_MS = 500;

export function barcodeScanner(parts: {
  ids: UsbIds;
  onScan: (text: string) => void;
  /** Whether there is one to hold a code before. */
  onReady: (isReady: boolean) => void;
  log: Log;
}): HidKind {
  const { ids, onScan, onReady, log } = parts;
  return {
    name: 'barcode-scanner',
    // One device lists several times, and only one of its entries scans.
    isOne: ({ vendorId, productId, usagePage, usage }) =>
      vendorId === ids.vendorId &&
      productId === ids.productId &&
      usagePage === SCANNER_USAGE_PAGE &&
      usage === SCANNER_USAGE,
    begin(device) {
      let isOver = false;
      const take = createAssembly(onScan, log);
      device.on('data', (report) => {
        if (!isOver) take(report);
      });
      return () => {
        isOver = true;
      };
    },
    onCount: (count) => onReady(count > 0),
  };
}

/** Puts the reports of one code together. */
function createAssembly(onScan: (text: string) => void, log: Log): (report: Buffer) => void {
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
