import { problem } from '../answer.ts';
import type { Account } from '../books.ts';
import type { LandlordSystem } from '../landlord-system.ts';
import type { LedgerEntry } from '../ledger.ts';
import { paidOn, type ReceivedPayment } from '../payments.ts';
import { accountOf, tenantOf } from './account-of.ts';
import type { PerformOperation } from './operation.ts';

/** What was booked of a kiosk's payment is told as that payment. */
const BOOKED_FROM_KIOSK = /borne/;

/** Everything on an account that a tenant paid, by the words of its label. */
const MEANS_BY_LABEL = [
  [/pr[ée]l[èe]vement/i, 'directDebit'],
  [/TIP/, 'tipSepa'],
  [/ch[èe]que/i, 'cheque'],
  [/esp[èe]ces|efficash/i, 'cash'],
  [/virement/i, 'transfer'],
  [/carte/i, 'cardOnline'],
] as const;

export const listPayments: PerformOperation = (request, caller, system) => {
  const account = accountOf(tenantOf(caller, system), request.pathParameters.accountId);
  if (!account) return problem('account.unknown');
  return system.growingLists.answer(['payments', account.id], paymentsOf(account, system), request.query);
};

/** The newest first. */
function paymentsOf(account: Account, system: LandlordSystem) {
  return [...system.payments.ofAccount(account.id).map(fromKiosk), ...bookedOf(account)]
    .reverse()
    .toSorted((one, other) => (one.paidOn < other.paidOn ? 1 : one.paidOn > other.paidOn ? -1 : 0));
}

function fromKiosk(payment: ReceivedPayment) {
  const { id, amountCents, paidAt, isBooked, isWhole } = payment;
  const lastDigits = id.slice(-8).toUpperCase();
  return {
    id,
    paidOn: paidOn(payment),
    means: 'cardAtKiosk',
    amountCents,
    state: isBooked ? 'booked' : 'received',
    receipt: { reference: `${lastDigits.slice(0, 4)}-${lastDigits.slice(4)}`, paidAt, isWhole },
  };
}

function bookedOf(account: Account) {
  return account.entries.flatMap((entry) => {
    const means = entry.direction === 'credit' && !BOOKED_FROM_KIOSK.test(entry.label) && meansOf(entry);
    if (!means) return [];
    const { id, postedOn, amountCents } = entry;
    return [{ id, paidOn: postedOn, means, amountCents, state: 'booked', receipt: null }];
  });
}

/** Null for what nobody paid: housing benefit, corrections. */
function meansOf({ label }: LedgerEntry): string | null {
  return MEANS_BY_LABEL.find(([words]) => words.test(label))?.[1] ?? null;
}
