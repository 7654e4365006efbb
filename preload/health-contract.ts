/** What the technician is told of the kiosk's parts: on the screen, in the shell, and to machines. */
import * as z from 'zod';

/** Each has a name in the message catalogues, under `technician.parts.<part>`. */
export const PARTS = [
  'configuration',
  'version',
  'keyring',
  'tenantApi',
  'clock',
  'printer',
  'paymentTerminal',
  'readers',
  'scanner',
  'documentCamera',
  'disk',
  'database',
  'outbox',
  'display',
  'counters',
] as const;

/** `absent`: not there, and nobody expects it. Only `unfit` keeps the kiosk, or a part of its service, from people. */
export const PART_STATES = ['fit', 'degraded', 'unfit', 'absent'] as const;

/** Each has a sentence in the message catalogues, under `technician.codes.<code>`. */
export const HEALTH_CODES = [
  'OK',
  // The check itself.
  'CHECK_FAILED',
  'NOT_IN_TIME',
  'NOT_CONFIGURED',
  'NOT_CHECKED_HERE',
  // The parts, in their order.
  'CONFIG_INVALID',
  'RUNTIME_STAND_IN',
  'KEYRING_UNAVAILABLE',
  'KIOSK_NOT_ENROLLED',
  'SEALING_KEY_MISSING',
  'SEALING_KEY_DAMAGED',
  'API_UNREACHABLE',
  'API_TIMEOUT',
  'API_BROKEN_ANSWER',
  'API_REFUSED',
  'API_NOT_PINNED',
  'API_CERTIFICATE_EXPIRED',
  'API_CERTIFICATE_UNTRUSTED',
  'API_CERTIFICATE_OF_ANOTHER',
  'KIOSK_NOT_RECOGNISED',
  'CLOCK_NOT_COMPARED',
  'CLOCK_WRONG',
  'PRINTER_UNREACHABLE',
  'PRINTER_NOT_A_PRINTER',
  'PRINTER_BUSY',
  'PRINTER_REFUSED',
  'PRINTER_WAITING',
  'PRINTER_PAPER_LOW',
  'PRINTER_DRIVER_NOT_HERE',
  'TERMINAL_UNREACHABLE',
  'TERMINAL_REFUSED',
  'TERMINAL_BUSY',
  'TERMINAL_SENDS_CARD_NUMBERS',
  'PAYMENTS_UNKNOWN',
  'READERS_NOT_LISTED',
  'READER_ABSENT',
  'READER_FORBIDDEN',
  'SCANNER_UNREACHABLE',
  'SCANNER_NOT_TRUSTED',
  'SCANNER_NOT_A_SCANNER',
  'SCANNER_BUSY',
  'SCANNER_WAITING',
  'CAMERA_MISSING',
  'CAMERA_REFUSED',
  'DISK_LOW',
  'DISK_FULL',
  'DISK_UNREADABLE',
  'DISK_NOT_WRITABLE',
  'DATABASE_MISSING',
  'DATABASE_DAMAGED',
  'DATABASE_UNREADABLE',
  'DATABASE_NEWER',
  'DATABASE_SALVAGED',
  'ROWS_LOST',
  'ROWS_MAY_BE_LOST',
  'OUTBOX_LATE',
  'OUTBOX_REFUSED',
  'SEALING_KEY_REPLACED',
  'PAYMENTS_REFUSED',
  'DISPLAY_UNEXPECTED',
  'RENDERED_IN_SOFTWARE',
  'TROUBLE_TODAY',
] as const;

/** What happens to a kiosk and is counted over its life. */
export const COUNTERS = ['starts', 'escapeAttempts', 'rendererCrashes', 'gpuCrashes', 'hangs'] as const;

/** Ids, codes, counts and units: nothing of a person. Each has a name under `technician.facts.<fact>`. */
export const HEALTH_FACTS = [
  'kioskId',
  'agencyId',
  'file',
  'key',
  'expected',
  'faults',
  'app',
  'electron',
  'chromium',
  'node',
  'packaged',
  'address',
  'durationMs',
  'aheadSeconds',
  'printerId',
  'need',
  'paper',
  'driver',
  'unknownPayments',
  'devices',
  'deviceIds',
  'reader',
  'missingRule',
  'model',
  'paperInFeeder',
  'freeMegabytes',
  'cause',
  'schemaVersion',
  'salvagedAt',
  'rowsLost',
  'mayMissMore',
  'keyReplacedAt',
  'waiting',
  'oldestMinutes',
  'refused',
  'refusedPayments',
  'unreadable',
  'refusals',
  'resolution',
  'displays',
  ...COUNTERS,
  'lastTroubleAt',
] as const;

const fact = z.union([z.string().max(300), z.number(), z.boolean(), z.null()]);

const partHealth = z.strictObject({
  part: z.enum(PARTS),
  state: z.enum(PART_STATES),
  code: z.enum(HEALTH_CODES),
  facts: z.partialRecord(z.enum(HEALTH_FACTS), fact),
});

/** In the order of `PARTS`; a part of which there are several comes several times. */
export const partsHealthSchema = z.array(partHealth).max(32);

export type Part = z.output<typeof partHealth>['part'];
export type PartHealth = z.output<typeof partHealth>;
export type PartState = PartHealth['state'];
export type HealthCode = PartHealth['code'];
export type HealthFacts = PartHealth['facts'];
export type HealthFact = (typeof HEALTH_FACTS)[number];
export type CounterName = (typeof COUNTERS)[number];
