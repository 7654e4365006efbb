import type { Account, Tenant } from './books.ts';
import { euros, frenchDay } from './french-figures.ts';
import { paidOn, type ReceivedPayment } from './payments.ts';
import type { Language } from './statement-email.ts';

/** A part payment has a "reçu", never a "quittance" (law 89-462, article 21). */
const WORDS = {
  fr: {
    subject: 'Votre reçu de paiement',
    greeting: 'Bonjour',
    lease: 'Bail',
    amount: 'Montant',
    paidOn: 'Payé le',
    reference: 'Référence',
    whole: 'Ce paiement solde votre compte au jour du paiement.',
    part: 'Ce paiement est partiel. Ce reçu n’est pas une quittance.',
  },
  en: {
    subject: 'Your payment receipt',
    greeting: 'Hello',
    lease: 'Lease',
    amount: 'Amount',
    paidOn: 'Paid on',
    reference: 'Reference',
    whole: 'On the day of this payment, nothing more was owed.',
    part: 'This is a part payment. This receipt is not a rent discharge (quittance).',
  },
} as const;

export function receiptEmail(receipt: {
  tenant: Tenant;
  account: Account;
  payment: ReceivedPayment;
  language: Language;
}): { subject: string; text: string } {
  const { tenant, account, payment } = receipt;
  const words = WORDS[receipt.language];
  const lastDigits = payment.id.slice(-8).toUpperCase();
  const lines = [
    `${words.greeting} ${tenant.displayName},`,
    '',
    `${words.lease} : ${account.lease.number}`,
    `${words.amount} : ${euros(payment.amountCents)}`,
    `${words.paidOn} : ${frenchDay(paidOn(payment))}`,
    `${words.reference} : ${lastDigits.slice(0, 4)}-${lastDigits.slice(4)}`,
    '',
    payment.isWhole ? words.whole : words.part,
    '',
    'EKIDOM',
  ];
  return { subject: words.subject, text: `${lines.join('\n')}\n` };
}
