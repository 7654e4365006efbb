/** Receipts, for whoever asks for one: on paper here, or sent to the address on file. */
import type { Delivery, Locale, Result, Tenant } from '../../preload/contract.ts';
import { dayInFrance } from '../account/day-in-france.ts';
import type { KioskConfig } from '../config/config-schema.ts';
import type { DrawnPaper, PaymentReceiptContent } from '../paper/paper.ts';
import type { PrintJobs } from '../printing/print-jobs.ts';
import type { Visit } from '../session/visit.ts';
import type { Outbox } from '../sync/outbox.ts';
import type { PastPayments } from './past-payments.ts';
import { referenceOf } from './payment-reference.ts';
import type { Payments } from './payments.ts';

export interface PaymentReceipts {
  /** Resolves at once; the job tells how it goes on. RECEIPT_UNAVAILABLE for what this person was not shown. */
  print(paymentId: string, person: Person, locale: Locale): Result<{ jobId: string }>;
  /** Resolves once the wish is on disk. */
  sendByEmail(visit: Visit, paymentId: string, locale: Locale): Result<Delivery>;
}

/** Who is there, as far as it is known. */
export interface Person {
  visit: Visit | null;
  tenant: Tenant | null;
}

type WhatWasPaid = Pick<
  PaymentReceiptContent,
  | 'amountCents'
  | 'paidAt'
  | 'reference'
  | 'isWhole'
  | 'means'
  | 'authorisationNumber'
  | 'ticketText'
  | 'noticeReference'
> & { accountId: string };

export function createPaymentReceipts(parts: {
  config: Pick<KioskConfig, 'landlord' | 'agency'>;
  payments: Pick<Payments, 'taken'>;
  past: Pick<PastPayments, 'listed'>;
  outbox: Pick<Outbox, 'enqueue'>;
  printJobs: Pick<PrintJobs, 'start'>;
  draw: (content: PaymentReceiptContent) => Promise<Result<DrawnPaper>>;
  now?: () => Date;
}): PaymentReceipts {
  const { config, payments, past, outbox, printJobs, draw, now = () => new Date() } = parts;

  return {
    print(paymentId, person, locale) {
      const found = find(paymentId);
      if (!found) return UNAVAILABLE;
      return printJobs.start(async (_signal, paperSize) => {
        const lease = await leaseNumberOf(found, person);
        if (!lease.ok) return lease;
        const { accountId: _neverOnPaper, ...paid } = found;
        return draw({
          landlord: config.landlord,
          agency: { name: config.agency.name },
          // Whoever holds a rent notice need not be the tenant.
          tenantName: person.tenant?.displayName ?? null,
          tenantNumber: person.tenant?.number ?? null,
          leaseNumber: lease.value,
          ...paid,
          issuedOn: dayInFrance(now()),
          locale,
          paperSize,
        });
      }, 'receipts');
    },

    sendByEmail({ depositToken }, paymentId, locale) {
      const found = find(paymentId);
      if (!found) return UNAVAILABLE;
      // In the account's own lane: the API hears of the payment first.
      const saved = outbox.enqueue({
        kind: 'payment-receipt-delivery',
        accountId: found.accountId,
        depositToken,
        payload: { accountId: found.accountId, paymentId, locale },
      });
      return saved.ok ? { ok: true, value: { deliveryId: saved.value.deliveryId, state: 'saved' } } : saved;
    },
  };

  function find(paymentId: string): WhatWasPaid | null {
    const taken = payments.taken(paymentId);
    if (taken) {
      const { payable, paymentId: _named, ...paid } = taken;
      return {
        ...paid,
        reference: referenceOf(paymentId),
        means: 'cardAtKiosk',
        noticeReference: payable.kind === 'rentNotice' ? payable.reference : null,
      };
    }
    const listed = past.listed(paymentId);
    if (!listed) return null;
    const { receipt, ...paid } = listed;
    const { reference, paidAt, isWhole } = receipt;
    return { ...paid, reference, paidAt, isWhole, ticketText: null, noticeReference: null };
  }

  async function leaseNumberOf(
    { accountId, noticeReference }: WhatWasPaid,
    { visit }: Person,
  ): Promise<Result<string | null>> {
    if (!visit || noticeReference !== null) return { ok: true, value: null };
    const accounts = await visit.connection.listAccountsForPaper();
    if (!accounts.ok) return accounts;
    const account = accounts.value.find(({ id }) => id === accountId);
    return { ok: true, value: account?.lease.number ?? null };
  }
}

const UNAVAILABLE = { ok: false, error: { code: 'RECEIPT_UNAVAILABLE' } } as const;
