import type { Tenant } from './books.ts';
import { CREDITOR } from './direct-debits.ts';
import type { MandateLanguage } from './mandate-email.ts';

const WORDS = {
  fr: {
    subject: 'Votre formulaire de prélèvement SEPA',
    greeting: 'Bonjour',
    how: 'Imprimez ce formulaire, remplissez-le, signez-le et remettez-le à l’accueil avec un RIB.',
    creditor: 'Créancier',
    holder: 'Titulaire du compte',
    lease: 'Bail',
    toWrite: ['IBAN', 'Jour du mois', 'Fait à, le', 'Signature'],
  },
  en: {
    subject: 'Your SEPA direct debit form',
    greeting: 'Hello',
    how: 'Print this form, fill it in, sign it and hand it in at the desk with your bank details.',
    creditor: 'Creditor',
    holder: 'Account holder',
    lease: 'Lease',
    toWrite: ['IBAN', 'Day of the month', 'Signed at, on', 'Signature'],
  },
} as const;

const TO_WRITE = '____________________';

/** The lease stands on it where there is no other. */
export function directDebitFormEmail({ tenant, language }: { tenant: Tenant; language: MandateLanguage }): {
  subject: string;
  text: string;
} {
  const words = WORDS[language];
  const [account, ...others] = tenant.accounts;
  const onlyLease = others.length === 0 ? account?.lease.number : undefined;
  const lines = [
    `${words.greeting} ${tenant.displayName},`,
    '',
    words.how,
    '',
    `${words.creditor} : ${CREDITOR.name} (${CREDITOR.identifier})`,
    `${words.holder} : ${tenant.displayName}`,
    `${words.lease} : ${onlyLease ?? TO_WRITE}`,
    ...words.toWrite.map((field) => `${field} : ${TO_WRITE}`),
  ];
  return { subject: words.subject, text: `${lines.join('\n')}\n` };
}
