import type { PrinterConfig } from '../config/config-schema.ts';
import type { KioskPrinter, PaperSize } from './printer.ts';

export type PrinterRole = PrinterConfig['role'];

/** For each role the printers that may serve it, in the order in which they are tried; at least one each. */
export type PrintersOfRole = Readonly<Record<PrinterRole, readonly KioskPrinter[]>>;

/** One printer, whatever it is asked for. */
export function onlyPrinter(printer: KioskPrinter): PrintersOfRole {
  return { statements: [printer], receipts: [printer] };
}

export const PAPER_OF_ROLE: Readonly<Record<PrinterRole, PaperSize>> = {
  statements: 'a4',
  receipts: 'roll80',
};
