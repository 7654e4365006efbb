/** The documents that people bring, and what they can bring them on at this kiosk. */
import type { KioskConfig } from '../config/config-schema.ts';
import type { Log } from '../log/log.ts';
import type { Outbox } from '../sync/outbox.ts';
import { createDocuments, type Documents } from './documents.ts';
import { createDocumentGate } from './gate/gate.ts';
import { openScanner } from './sources/open-scanner.ts';
import { createPhone, type Phone } from './sources/phone.ts';
import type { Scanner } from './sources/scanner.ts';
import { createUsbKey, type UsbKey } from './sources/usb-key.ts';

export interface DocumentRoom {
  readonly documents: Documents;
  /** Null where there is none. */
  readonly scanner: Scanner | null;
  /** Null where people cannot plug one in. */
  readonly usbKey: UsbKey | null;
  /** Null where the landlord opens no pages for telephones. */
  readonly phone: Phone | null;
  /** Whether the page may make pictures of papers. Whether a camera is there, the page knows. */
  readonly hasCamera: boolean;
  /** Everything a person left here is gone when it resolves. */
  forgetPerson(): Promise<void>;
}

export function openDocuments(from: {
  config: Pick<KioskConfig, 'scanner' | 'usbKeys' | 'documentCamera' | 'phoneUploads'>;
  outbox: Pick<Outbox, 'enqueue'>;
  log: Log;
  /** So many pages of what is being scanned are there now. */
  onScanned: (pageCount: number) => void;
}): DocumentRoom {
  const { config, outbox, log, onScanned } = from;
  const documents = createDocuments({ gate: createDocumentGate({ log }), outbox, onScanned });
  const scanner = config.scanner ? openScanner(config.scanner, log) : null;
  const usbKey = config.usbKeys ? createUsbKey(config.usbKeys.mountFolder, { log }) : null;
  const phone = config.phoneUploads ? createPhone(config.phoneUploads, { log }) : null;
  return {
    documents,
    scanner,
    usbKey,
    phone,
    hasCamera: config.documentCamera === true,
    forgetPerson() {
      usbKey?.forget();
      phone?.forget();
      return documents.forget();
    },
  };
}
