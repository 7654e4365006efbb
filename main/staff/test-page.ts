/** A real page on the kiosk's own printer, to see with one's own eyes what no status tells. */
import type { Locale, PrintJob, Result } from '../../preload/contract.ts';
import type { KioskConfig } from '../config/config-schema.ts';
import type { Log } from '../log/log.ts';
import type { DrawnPaper, TestPageContent } from '../paper/paper.ts';
import { createPrintJobs } from '../printing/print-jobs.ts';
import type { Printer } from '../printing/printer.ts';

export interface TestPages {
  /** Resolves at once; the job tells how it goes on. PRINTER_BUSY when too many wait already. */
  print(locale: Locale): Result<{ jobId: string }>;
  /** Cancels what is not printed yet, and resolves when that is done. */
  cancelAll(): Promise<void>;
}

export function createTestPages(parts: {
  config: Pick<KioskConfig, 'kioskId' | 'landlord' | 'agency' | 'printers'>;
  version: string;
  printer: Printer;
  draw: (content: TestPageContent) => Promise<Result<DrawnPaper>>;
  onChange: (job: PrintJob) => void;
  log: Log;
  now?: () => Date;
}): TestPages {
  const { config, version, printer, draw, onChange, log, now = () => new Date() } = parts;
  const printJobs = createPrintJobs({ printer, log, onChange });

  return {
    print: (locale) =>
      printJobs.start(() =>
        draw({
          landlord: config.landlord,
          agency: { name: config.agency.name },
          kioskId: config.kioskId,
          printerId: config.printers.find(({ role }) => role === 'statements')?.id ?? '–',
          version,
          ...momentInFrance(now()),
          locale,
        }),
      ),
    cancelAll: () => printJobs.cancelAll(),
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
