import { created, problem } from '../answer.ts';
import { PLACES } from '../appointments.ts';
import { instantOf } from '../clock.ts';
import { tenantOf } from './account-of.ts';
import type { PerformOperation } from './operation.ts';

const WORDS = {
  fr: { subject: 'Votre rendez-vous', greeting: 'Bonjour', text: 'Votre rendez-vous est confirmé' },
  en: { subject: 'Your appointment', greeting: 'Hello', text: 'Your appointment is confirmed' },
} as const;

export const createAppointmentDelivery: PerformOperation = (request, caller, system) => {
  const tenant = tenantOf(caller, system);
  const { appointmentId, locale } = request.body as { appointmentId: string; locale: keyof typeof WORDS };
  const appointment = system.appointments.of(tenant.id).find(({ id }) => id === appointmentId);
  if (!appointment) return problem('appointment.unknown');
  if (tenant.emailOnFile === null) return problem('tenant.no_email');

  const { subject, greeting, text } = WORDS[locale];
  const place = PLACES.find(({ id }) => id === appointment.placeId);
  const when = new Intl.DateTimeFormat(locale, {
    timeZone: 'Europe/Paris',
    dateStyle: 'full',
    timeStyle: 'short',
  }).format(new Date(appointment.startsAt));
  const acceptedAt = instantOf(system.clock.nowMilliseconds());
  const email = system.mailbox.send({
    sentAt: acceptedAt,
    to: tenant.emailOnFile,
    subject,
    text: `${greeting} ${tenant.displayName},\n\n${text} : ${when}\n${place?.name ?? ''}\n`,
  });
  return created({ id: email.id, acceptedAt });
};
