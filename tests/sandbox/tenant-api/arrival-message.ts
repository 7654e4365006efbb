/** How somebody is told that a paper came which they handed in without signing in: by e-mail, or by SMS. */
import type { Mailbox } from './mailbox.ts';
import { SMS } from './request-message.ts';

const WORDS = {
  fr: {
    subject: 'Nous avons reçu votre document',
    greeting: 'Bonjour',
    text: 'Nous avons bien reçu le document que vous avez remis à la borne. Nous le vérifions.',
    sms: 'EKIDOM : nous avons bien reçu le document que vous avez remis à la borne.',
  },
  en: {
    subject: 'We have received your document',
    greeting: 'Hello',
    text: 'We have received the document that you handed in at the kiosk. We are checking it.',
    sms: 'EKIDOM: we have received the document that you handed in at the kiosk.',
  },
} as const;

export function tellArrival(
  to: { name: string; email: string | null; phone: string | null; locale: 'fr' | 'en'; sentAt: string },
  mailbox: Mailbox,
): void {
  const { name, email, phone, locale, sentAt } = to;
  const { subject, greeting, text, sms } = WORDS[locale];
  if (email !== null) {
    mailbox.send({ sentAt, to: email, subject, text: `${greeting} ${name},\n\n${text}\n` });
  }
  if (phone !== null) mailbox.send({ sentAt, to: phone, subject: SMS, text: sms });
}
