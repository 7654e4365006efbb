/** Whom to phone, on paper, for whoever has no telephone to write it down in. */
import type { Locale, Result } from '../../preload/contract.ts';
import type { UsefulNumber } from '../../preload/information-contract.ts';
import { NUMBER_KINDS } from '../../preload/number-kinds.ts';
import { dayInFrance } from '../account/day-in-france.ts';
import type { KioskConfig } from '../config/config-schema.ts';
import type { DrawnPaper, UsefulNumbersContent } from '../paper/paper.ts';
import type { PrintJobs } from '../printing/print-jobs.ts';
import type { InformationRoom } from './information.ts';

export interface NumbersOnPaper {
  /** Resolves at once; the job tells how it goes on. PRINTER_BUSY when too many jobs wait. */
  print(locale: Locale): Result<{ jobId: string }>;
}

export function createNumbersOnPaper(parts: {
  config: Pick<KioskConfig, 'landlord'>;
  information: Pick<InformationRoom, 'read'>;
  printJobs: Pick<PrintJobs, 'start'>;
  draw: (content: UsefulNumbersContent) => Promise<Result<DrawnPaper>>;
  now?: () => Date;
}): NumbersOnPaper {
  const { config, information, printJobs, draw, now = () => new Date() } = parts;

  return {
    print: (locale) =>
      printJobs.start(() => {
        const { here, numbers, agencies } = information.read();
        const own = agencies.find(({ id }) => id === here.agencyId) ?? here;
        return draw({
          landlord: config.landlord,
          agency: { name: own.name, phone: own.phone },
          numbers: numbers.toSorted(byKind).map(({ name, phone, when }) => ({
            ...{ name: name[locale], phone },
            when: when?.[locale] ?? null,
          })),
          printedOn: dayInFrance(now()),
          locale,
        });
      }),
  };
}

function byKind(one: UsefulNumber, other: UsefulNumber): number {
  return NUMBER_KINDS.indexOf(one.kind) - NUMBER_KINDS.indexOf(other.kind);
}
