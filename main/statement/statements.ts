/** A tenant's statement: sent to the e-mail address on file, or printed here. */
import type { Delivery, Locale, Result, Tenant } from '../../preload/contract.ts';
import { dayInFrance } from '../account/day-in-france.ts';
import type { KioskConfig } from '../config/config-schema.ts';
import type { DrawnPaper, StatementContent } from '../paper/paper.ts';
import type { PrintJobs } from '../printing/print-jobs.ts';
import type { Visit } from '../session/visit.ts';
import type { Outbox } from '../sync/outbox.ts';
import { gatherStatement } from './gather-statement.ts';

export interface StatementPeriod {
  accountId: string;
  from: string;
  to: string;
}

export interface Statements {
  /** Resolves once the wish is on disk. */
  sendByEmail(visit: Visit, period: StatementPeriod, locale: Locale): Result<Delivery>;
  /** Resolves at once; the job tells how it goes on. */
  print(visit: Visit, tenant: Tenant, period: StatementPeriod, locale: Locale): Result<{ jobId: string }>;
}

export function createStatements(parts: {
  config: Pick<KioskConfig, 'landlord' | 'agency'>;
  outbox: Pick<Outbox, 'enqueue'>;
  printJobs: Pick<PrintJobs, 'start'>;
  draw: (content: StatementContent) => Promise<Result<DrawnPaper>>;
  now?: () => Date;
}): Statements {
  const { config, outbox, printJobs, draw, now = () => new Date() } = parts;

  return {
    sendByEmail({ tenantId, depositToken }, period, locale) {
      const saved = outbox.enqueue({
        kind: 'statement-delivery',
        tenantId,
        depositToken,
        payload: { ...period, locale },
      });
      return saved.ok ? { ok: true, value: { deliveryId: saved.value.deliveryId, state: 'saved' } } : saved;
    },

    print({ connection }, tenant, period, locale) {
      return printJobs.start(async (signal) => {
        const accounts = await connection.listAccountsForPaper();
        if (!accounts.ok) return accounts;
        const account = accounts.value.find(({ id }) => id === period.accountId);
        if (!account) return { ok: false, error: { code: 'API_BROKEN_ANSWER' } };

        const gathered = await gatherStatement(connection, period, signal);
        if (!gathered.ok) return gathered;
        return draw({
          landlord: config.landlord,
          agency: { name: config.agency.name },
          tenant: { displayName: tenant.displayName, number: tenant.number },
          lease: { number: account.lease.number, addressLines: account.lease.addressLines },
          period: { from: period.from, to: period.to },
          issuedOn: dayInFrance(now()),
          locale,
          ...gathered.value,
        });
      });
    },
  };
}
