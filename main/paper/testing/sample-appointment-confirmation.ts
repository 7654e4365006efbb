import type { AppointmentConfirmationContent } from '../appointment-confirmation/appointment-confirmation-content.ts';
import { household } from './sample-household.ts';

/** Half an hour about a leak. */
export function appointmentConfirmationOf(
  changes: Partial<AppointmentConfirmationContent> = {},
): AppointmentConfirmationContent {
  return {
    landlord: household.landlord,
    agency: household.agency,
    tenant: household.tenant,
    subject: 'repairs',
    startsAt: '2018-07-16T07:30:00.000Z',
    placeLines: ['Direction territoriale Centre', '65 avenue John Kennedy', '86000 Poitiers'],
    issuedOn: '2018-07-11',
    locale: 'fr',
    ...changes,
  };
}
