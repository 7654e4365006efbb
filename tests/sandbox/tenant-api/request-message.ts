/** How a tenant is told that their request was registered: by e-mail, or by SMS. */
export type AcknowledgementLanguage = 'fr' | 'en';

interface Acknowledged {
  /** By the name that they have at the landlord's, or that they gave themselves. */
  displayName: string;
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

export function acknowledgementEmail({ displayName, reference, language }: Acknowledged): {
  subject: string;
  text: string;
} {
  const words = WORDS[language];
  const lines = [`${words.greeting} ${displayName},`, '', `${words.registered} ${reference}.`, words.follow];
  return { subject: words.subject, text: `${lines.join('\n')}\n` };
}

/** In the mailbox an SMS stands under this instead of a subject. */
export const SMS = 'SMS';

export function acknowledgementSms({ reference, language }: Omit<Acknowledged, 'displayName'>): string {
  return `${WORDS[language].sms} ${reference}.`;
}
