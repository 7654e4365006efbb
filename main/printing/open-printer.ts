/** The printers of the configuration. A new kind of printer is a file in drivers/ and a line here. */
import type { KioskConfig, PrinterConfig } from '../config/config-schema.ts';
import type { Log } from '../log/log.ts';
import { createIppPrinter } from './drivers/ipp-printer.ts';
import type { Printer } from './printer.ts';

type Role = PrinterConfig['role'];

/** What stands in the tray of a printer of each role, by its name in PWG 5101.1. */
const MEDIA_OF_ROLE: Readonly<Record<Role, string>> = {
  statements: 'iso_a4_210x297mm',
};

const DRIVERS: Readonly<
  Record<PrinterConfig['driver'], (config: PrinterConfig, kioskId: string, log: Log) => Printer>
> = {
  ipp: ({ id, uri, role }, kioskId, log) =>
    createIppPrinter({ id, uri, media: MEDIA_OF_ROLE[role], user: kioskId, log }),
};

/** The first printer that has this role. Without one, a printer that is never reached: the kiosk offers e-mail then. */
export function openPrinter(
  { printers, kioskId }: Pick<KioskConfig, 'printers' | 'kioskId'>,
  role: Role,
  log: Log,
): Printer {
  const config = printers.find((printer) => printer.role === role);
  return config ? openPrinterOf(config, kioskId, log) : ABSENT_PRINTER;
}

export function openPrinterOf(config: PrinterConfig, kioskId: string, log: Log): Printer {
  return DRIVERS[config.driver](config, kioskId, log);
}

const UNREACHABLE = { code: 'PRINTER_UNREACHABLE' } as const;

const ABSENT_PRINTER: Printer = {
  check: async () => ({ ok: false, error: UNREACHABLE }),
  callOffLeftovers: async () => {},
  async *print() {
    yield { name: 'failed', error: UNREACHABLE };
  },
};
