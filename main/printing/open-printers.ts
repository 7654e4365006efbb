/** The printers of the configuration. A new kind of printer is a file in drivers/ and a line here. */
import type { KioskConfig, PrinterConfig } from '../config/config-schema.ts';
import type { Log } from '../log/log.ts';
import { createIppPrinter } from './drivers/ipp-printer.ts';
import type { KioskPrinter, Printer } from './printer.ts';
import { PAPER_OF_ROLE, type PrinterRole, type PrintersOfRole } from './printers-of-role.ts';

const DRIVERS: Readonly<
  Record<PrinterConfig['driver'], (config: PrinterConfig, kioskId: string, log: Log) => Printer>
> = {
  ipp: ({ id, uri, role }, kioskId, log) =>
    createIppPrinter({ id, uri, paper: PAPER_OF_ROLE[role], user: kioskId, log }),
};

/**
 * In the order of the configuration. A receipt comes out on A4 where no roll can take it. Without a printer of A4,
 * one that is never reached: the kiosk offers e-mail then.
 */
export function openPrinters(
  { printers, kioskId }: Pick<KioskConfig, 'printers' | 'kioskId'>,
  log: Log,
): PrintersOfRole {
  const open = (wanted: PrinterRole): KioskPrinter[] =>
    printers.filter(({ role }) => role === wanted).map((config) => openPrinter(config, kioskId, log));
  const sheets = open('statements');
  const statements = sheets.length > 0 ? sheets : [ABSENT];
  return { statements, receipts: [...open('receipts'), ...statements] };
}

export function openPrinter(config: PrinterConfig, kioskId: string, log: Log): KioskPrinter {
  const { id, role, driver } = config;
  return { id, paper: PAPER_OF_ROLE[role], printer: DRIVERS[driver](config, kioskId, log) };
}

const UNREACHABLE = { code: 'PRINTER_UNREACHABLE' } as const;

const ABSENT: KioskPrinter = {
  id: 'none',
  paper: 'a4',
  printer: {
    check: async () => ({ ok: false, error: UNREACHABLE }),
    callOffLeftovers: async () => {},
    async *print() {
      yield { name: 'failed', error: UNREACHABLE };
    },
  },
};
