/** The HID devices of the configuration. A new kind is a folder beside this file, and a line here. */
import type { KioskConfig } from '../config/config-schema.ts';
import type { Log } from '../log/log.ts';
import type { OnBadge } from './badge-reader/badge.ts';
import { badgeReader } from './badge-reader/badge-reader.ts';
import { barcodeScanner } from './barcode-scanner/barcode-scanner.ts';
import type { Hid } from './hid/hid.ts';
import { type HidKind, type HidWatch, watchHid } from './hid/hid-watch.ts';

/** Readers that type are none of these: see keyboard-wedge/. The encrypting card reader is opened for each payment. */
export function openDevices(parts: {
  config: Pick<KioskConfig, 'barcodeScanner' | 'readers'>;
  onScan: (text: string) => void;
  /** Whether there is a scanner to hold a code before; told of one in HID mode only. */
  onScannerReady: (isReady: boolean) => void;
  onBadge: OnBadge;
  log: Log;
  loadHid?: () => Promise<Hid>;
}): HidWatch {
  const { config, onScan, onScannerReady, onBadge, log, loadHid } = parts;
  const scanner = config.barcodeScanner;
  const kinds: HidKind[] = config.readers
    .filter((reader) => reader.mode === 'hid')
    .map((reader) => badgeReader(reader, { onBadge, log }));
  if (scanner?.mode === 'hid') {
    kinds.push(barcodeScanner({ ids: scanner, onScan, onReady: onScannerReady, log }));
  }
  const watch = watchHid({ kinds, log, ...(loadHid && { loadHid }) });
  watch.start();
  return watch;
}
