/** The printers of the configuration. A new kind of printer is a file in drivers/ and a line here. */
import type { KioskConfig, PrinterConfig } from '../config/config-schema.ts';
import type { Log } from '../log/log.ts';
import { createIppPrinter } from './drivers/ipp-printer.ts';
import type { Spooler } from './drivers/windows-spooler/spooler.ts';
import { createWindowsSpoolerPrinter } from './drivers/windows-spooler/windows-spooler-printer.ts';
import type { KioskPrinter, Printer } from './printer.ts';
import { PAPER_OF_ROLE, type PrinterRole, type PrintersOfRole } from './printers-of-role.ts';

export interface PrinterSurroundings {
  readonly kioskId: string;
  readonly log: Log;
  /** The machine's own, where there is a window to ask it from. */
  readonly spooler?: Spooler | undefined;
}

/**
 * In the order of the configuration. A receipt comes out on A4 where no roll can take it. Without a printer of A4,
 * one that is never reached: the kiosk offers e-mail then.
 */
export function openPrinters(
  { printers, kioskId }: Pick<KioskConfig, 'printers' | 'kioskId'>,
  log: Log,
  spooler?: Spooler,
): PrintersOfRole {
  const open = (wanted: PrinterRole): KioskPrinter[] =>
    printers
      .filter(({ role }) => role === wanted)
      .map((config) => openPrinter(config, { kioskId, log, spooler }));
  const sheets = open('statements');
  const statements = sheets.length > 0 ? sheets : [ABSENT];
  return { statements, receipts: [...open('receipts'), ...statements] };
}

export function openPrinter(config: PrinterConfig, around: PrinterSurroundings): KioskPrinter {
  const { id, role } = config;
  return { id, paper: PAPER_OF_ROLE[role], printer: printerOf(config, around) };
}

function printerOf(config: PrinterConfig, { kioskId, log, spooler }: PrinterSurroundings): Printer {
  const { id } = config;
  const paper = PAPER_OF_ROLE[config.role];
  switch (config.driver) {
    case 'ipp':
      return createIppPrinter({ id, uri: config.uri, paper, user: kioskId, log });
    case 'windows-spooler':
      return createWindowsSpoolerPrinter({ id, name: config.name, paper, spooler, log });
    default:
      return config satisfies never;
  }
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
