/** Slips with a code, for paying in cash at a post office. A slip pays nothing by itself. */
import { v7 as uuidV7 } from 'uuid';
import type { CallInput, Locale, Result, Tenant } from '../../preload/contract.ts';
import type { CashSlip as SlipOnScreen } from '../../preload/dwelling-contract.ts';
import { dayInFrance } from '../account/day-in-france.ts';
import type { KioskConfig } from '../config/config-schema.ts';
import type { CashSlipContent, DrawnPaper } from '../paper/paper.ts';
import type { PrintJobs } from '../printing/print-jobs.ts';
import type { Visit } from '../session/visit.ts';
import type { CashSlip } from '../tenant-api/tenant-api.ts';

export interface CashSlips {
  /** AMOUNT_NOT_POSSIBLE, API_BROKEN_ANSWER for a slip of another sum, or what the central API could not do. */
  make(visit: Visit, wish: CallInput<'cashSlip.make'>): Promise<Result<SlipOnScreen>>;
  /** Resolves at once; the job tells how it goes on. INPUT_INVALID for a slip that was not made here. */
  print(visit: Visit, tenant: Tenant, slipId: string, locale: Locale): Result<{ jobId: string }>;
  /** The person leaves. */
  forget(): void;
}

interface Wish {
  readonly accountId: string;
  readonly amountCents: number;
  /** The same on every try. */
  readonly idempotencyKey: string;
  slip: CashSlip | null;
}

export function createCashSlips(parts: {
  config: Pick<KioskConfig, 'landlord' | 'agency'>;
  printJobs: Pick<PrintJobs, 'start'>;
  draw: (content: CashSlipContent) => Promise<Result<DrawnPaper>>;
  newId?: () => string;
  now?: () => Date;
}): CashSlips {
  const { config, printJobs, draw, newId = uuidV7, now = () => new Date() } = parts;
  let wishes: Wish[] = [];

  return {
    async make({ connection }, { accountId, amountCents }) {
      const wish = wishOf(accountId, amountCents);
      if (!wish.slip) {
        const { idempotencyKey } = wish;
        const answer = await connection.dwelling.createCashSlip({ accountId, amountCents, idempotencyKey });
        if (!answer.ok) return answer;
        if (answer.value.amountCents !== amountCents) {
          return { ok: false, error: { code: 'API_BROKEN_ANSWER' } };
        }
        wish.slip = answer.value;
      }
      const { id, reference, validUntil } = wish.slip;
      return { ok: true, value: { id, reference, amountCents, validUntil } };
    },

    print({ connection }, tenant, slipId, locale) {
      const wish = wishes.find(({ slip }) => slip?.id === slipId);
      const slip = wish?.slip;
      if (!wish || !slip) return { ok: false, error: { code: 'INPUT_INVALID' } };
      return printJobs.start(async (_signal, paperSize) => {
        const accounts = await connection.listAccountsForPaper();
        if (!accounts.ok) return accounts;
        const account = accounts.value.find(({ id }) => id === wish.accountId);
        if (!account) return { ok: false, error: { code: 'API_BROKEN_ANSWER' } };
        const { reference, code, amountCents, validUntil } = slip;
        return draw({
          landlord: config.landlord,
          agency: { name: config.agency.name },
          tenant: { displayName: tenant.displayName, number: tenant.number },
          leaseNumber: account.lease.number,
          ...{ reference, code, amountCents, validUntil },
          issuedOn: dayInFrance(now()),
          locale,
          paperSize,
        });
      });
    },

    forget() {
      wishes = [];
    },
  };

  function wishOf(accountId: string, amountCents: number): Wish {
    const known = wishes.find((wish) => wish.accountId === accountId && wish.amountCents === amountCents);
    if (known) return known;
    const fresh: Wish = { accountId, amountCents, idempotencyKey: newId(), slip: null };
    wishes.push(fresh);
    return fresh;
  }
}
