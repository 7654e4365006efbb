/** The acknowledgement of a request, on paper. */
import type { Locale, Result, Tenant } from '../../preload/contract.ts';
import type { Request } from '../../preload/request-contract.ts';
import { dayInFrance } from '../account/day-in-france.ts';
import type { KioskConfig } from '../config/config-schema.ts';
import { type DrawnPaper, type RequestAcknowledgementContent, requestWordsOnPaper } from '../paper/paper.ts';
import type { PrintJobs } from '../printing/print-jobs.ts';
import type { Visit } from '../session/visit.ts';

/** Resolves at once; the job tells how it goes on. */
export type AcknowledgementPrint = (
  visit: Visit,
  tenant: Tenant,
  read: () => Promise<Result<Request>>,
  locale: Locale,
) => Result<{ jobId: string }>;

export function createAcknowledgementPrint(parts: {
  config: Pick<KioskConfig, 'landlord' | 'agency'>;
  printJobs: Pick<PrintJobs, 'start'>;
  draw: (content: RequestAcknowledgementContent) => Promise<Result<DrawnPaper>>;
  now?: () => Date;
}): AcknowledgementPrint {
  const { config, printJobs, draw, now = () => new Date() } = parts;
  return (visit, tenant, read, locale) =>
    printJobs.start(async (_signal, paperSize) => {
      const answer = await read();
      if (!answer.ok) return answer;
      const { accountId, reference, registeredAt, text, attachmentCount, ...about } = answer.value;
      // Without the network the paper does without the lease: it is there to say that the request is.
      const accounts = await visit.connection.listAccountsForPaper();
      const lease = accounts.ok ? accounts.value.find(({ id }) => id === accountId)?.lease : undefined;
      const words = requestWordsOnPaper(about, locale);
      return draw({
        landlord: config.landlord,
        agency: { name: config.agency.name },
        tenant: { displayName: tenant.displayName, number: tenant.number },
        lease: lease ? { number: lease.number, addressLines: lease.addressLines } : null,
        ...{ reference, registeredAt, text, locale, paperSize },
        nature: words.nature,
        place: words.place,
        attachments: words.attachments(attachmentCount),
        issuedOn: dayInFrance(now()),
      });
    });
}
