import type { Tenant } from './books.ts';
import { CREDITOR, type Mandate } from './direct-debits.ts';

const WORDS = {
  fr: {
    subject: 'Votre mandat de prélèvement SEPA',
    greeting: 'Bonjour',
    signed: 'Vous avez signé un mandat de prélèvement SEPA.',
    creditor: 'Créancier',
    reference: 'Référence unique du mandat (RUM)',
    account: 'Compte prélevé',
    holder: 'Titulaire',
    day: 'Jour du mois',
  },
  en: {
    subject: 'Your SEPA direct debit mandate',
    greeting: 'Hello',
    signed: 'You signed a SEPA direct debit mandate.',
    creditor: 'Creditor',
    reference: 'Unique mandate reference (UMR)',
    account: 'Account',
    holder: 'Holder',
    day: 'Day of the month',
  },
} as const;

export type MandateLanguage = keyof typeof WORDS;

/** An e-mail is read by anybody on its way: of the account it names the last four characters. */
export function mandateEmail({
  tenant,
  mandate,
  language,
}: {
  tenant: Tenant;
  mandate: Pick<Mandate, 'reference' | 'holder' | 'iban' | 'day'>;
  language: MandateLanguage;
}): { subject: string; text: string } {
  const words = WORDS[language];
  const lines = [
    `${words.greeting} ${tenant.displayName},`,
    '',
    words.signed,
    '',
    `${words.creditor} : ${CREDITOR.name} (${CREDITOR.identifier})`,
    `${words.reference} : ${mandate.reference}`,
    `${words.account} : •••• ${mandate.iban.slice(-4)}`,
    `${words.holder} : ${mandate.holder}`,
    `${words.day} : ${mandate.day}`,
  ];
  return { subject: words.subject, text: `${lines.join('\n')}\n` };
}
