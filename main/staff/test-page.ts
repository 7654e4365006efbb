/** A real page on the kiosk's own printer, to see with one's own eyes what no status tells. */
import type { Locale, PrintJob, Result } from '../../preload/contract.ts';
import type { KioskConfig } from '../config/config-schema.ts';
import type { Log } from '../log/log.ts';
import type { DrawnPaper, TestPageContent } from '../paper/paper.ts';
import { createPrintJobs, type PrintJobs } from '../printing/print-jobs.ts';
import type { KioskPrinter } from '../printing/printer.ts';
import { onlyPrinter } from '../printing/printers-of-role.ts';

export interface TestPages {
  /**
   * Resolves at once; the job tells how it goes on. PRINTER_BUSY when too many wait already.
   *
   * @param printerId null for the first one
   */
  print(printerId: string | null, locale: Locale): Result<{ jobId: string }>;
  /** Cancels what is not printed yet, and resolves when that is done. */
  cancelAll(): Promise<void>;
}

export function createTestPages(parts: {
  config: Pick<KioskConfig, 'kioskId' | 'landlord' | 'agency'>;
  version: string;
  /** At least one. */
  printers: readonly KioskPrinter[];
  draw: (content: TestPageContent) => Promise<Result<DrawnPaper>>;
  onChange: (job: PrintJob) => void;
  log: Log;
  now?: () => Date;
}): TestPages {
  const { config, version, printers, draw, onChange, log, now = () => new Date() } = parts;
  const jobsOf = new Map<KioskPrinter, PrintJobs>(
    printers.map((printer) => [printer, createPrintJobs({ printers: onlyPrinter(printer), log, onChange })]),
  );

  return {
    print(printerId, locale) {
      const [printer, printJobs] =
        [...jobsOf].find(([{ id }]) => printerId === null || id === printerId) ?? [];
      if (!printer || !printJobs) return { ok: false, error: { code: 'PRINTER_UNREACHABLE' } };
      return printJobs.start((_signal, paperSize) =>
        draw({
          landlord: config.landlord,
          agency: { name: config.agency.name },
          kioskId: config.kioskId,
          printerId: printer.id,
          version,
          ...momentInFrance(now()),
          locale,
          paperSize,
        }),
      );
    },
    async cancelAll() {
      await Promise.all([...jobsOf.values()].map((printJobs) => printJobs.cancelAll()));
    },
  };
}

/** On the wall clock of the agency, whatever the machine's own time zone. */
function momentInFrance(instant: Date): Pick<TestPageContent, 'printedOn' | 'printedAt'> {
  const [printedOn = '', printedAt = ''] = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Paris',
    dateStyle: 'short',
    timeStyle: 'short',
  })
    .format(instant)
    .split(' ');
  return { printedOn, printedAt };
}
