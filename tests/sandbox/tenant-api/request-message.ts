/** How a tenant is told that their request was registered: by e-mail, or by SMS. */
import type { Tenant } from './books.ts';

export type AcknowledgementLanguage = 'fr' | 'en';

interface Acknowledged {
  tenant: Tenant;
  reference: string;
  language: AcknowledgementLanguage;
}

const WORDS = {
  fr: {
    subject: 'Nous avons enregistré votre demande',
    greeting: 'Bonjour',
    registered: 'Nous avons enregistré votre demande sous la référence',
    follow: 'Vous pouvez la suivre à la borne ou sur votre compte en ligne.',
    sms: 'EKIDOM : votre demande est enregistrée, référence',
  },
  en: {
    subject: 'We have registered your request',
    greeting: 'Hello',
    registered: 'We have registered your request under the reference',
    follow: 'You can follow it at the kiosk or in your online account.',
    sms: 'EKIDOM: your request is registered, reference',
  },
} as const;

export function acknowledgementEmail({ tenant, reference, language }: Acknowledged): {
  subject: string;
  text: string;
} {
  const words = WORDS[language];
  const lines = [
    `${words.greeting} ${tenant.displayName},`,
    '',
    `${words.registered} ${reference}.`,
    words.follow,
  ];
  return { subject: words.subject, text: `${lines.join('\n')}\n` };
}

/** In the mailbox an SMS stands under this instead of a subject. */
export const SMS = 'SMS';

export function acknowledgementSms({ reference, language }: Omit<Acknowledged, 'tenant'>): string {
  return `${WORDS[language].sms} ${reference}.`;
}
