/** The blank mandate for a direct debit, for whoever would rather fill it in by hand: on paper here, or by e-mail. */
import type { Delivery, Locale, Result, Tenant } from '../../preload/contract.ts';
import { dayInFrance } from '../account/day-in-france.ts';
import type { KioskConfig } from '../config/config-schema.ts';
import type { DirectDebitFormContent, DrawnPaper } from '../paper/paper.ts';
import type { PrintJobs } from '../printing/print-jobs.ts';
import type { Visit } from '../session/visit.ts';
import type { Outbox } from '../sync/outbox.ts';
import type { TenantConnection } from '../tenant-api/tenant-api.ts';

export interface DirectDebitForms {
  /**
   * Resolves at once; the job tells how it goes on. The name and the lease of whoever is signed in stand on the form
   * already. PRINTER_BUSY when too many jobs wait.
   */
  print(person: FormPerson | null, locale: Locale): Result<{ jobId: string }>;
  /** Resolves once the wish is on disk. */
  sendByEmail(visit: Pick<Visit, 'tenantId' | 'depositToken'>, locale: Locale): Result<Delivery>;
}

export interface FormPerson {
  readonly tenant: Pick<Tenant, 'displayName'>;
  readonly connection: Pick<TenantConnection, 'listAccountsForPaper'>;
}

export function createDirectDebitForms(parts: {
  config: Pick<KioskConfig, 'landlord'>;
  outbox: Pick<Outbox, 'enqueue'>;
  printJobs: Pick<PrintJobs, 'start'>;
  draw: (content: DirectDebitFormContent) => Promise<Result<DrawnPaper>>;
  now?: () => Date;
}): DirectDebitForms {
  const { config, outbox, printJobs, draw, now = () => new Date() } = parts;
  const { name, addressLines, creditorIdentifier = null } = config.landlord;

  return {
    print: (person, locale) =>
      printJobs.start(async () =>
        draw({
          creditor: { name, addressLines, identifier: creditorIdentifier },
          tenantName: person?.tenant.displayName ?? null,
          leaseNumber: person ? await onlyLease(person) : null,
          issuedOn: dayInFrance(now()),
          locale,
        }),
      ),

    sendByEmail({ tenantId, depositToken }, locale) {
      const saved = outbox.enqueue({
        kind: 'direct-debit-form-delivery',
        ...{ tenantId, depositToken },
        payload: { locale },
      });
      return saved.ok ? { ok: true, value: { deliveryId: saved.value.deliveryId, state: 'saved' } } : saved;
    },
  };
}

/** Null when there are several to choose from, or the central API is away: it is written by hand then. */
async function onlyLease({ connection }: FormPerson): Promise<string | null> {
  const accounts = await connection.listAccountsForPaper();
  const [first, ...others] = accounts.ok ? accounts.value : [];
  return first && others.length === 0 ? first.lease.number : null;
}
