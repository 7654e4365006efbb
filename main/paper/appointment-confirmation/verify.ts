import { isDay, isInstant } from '../formats/dates.ts';
import type { AppointmentConfirmationContent } from './appointment-confirmation-content.ts';

/** Why the confirmation of an appointment must not be printed. */
export type AppointmentConfirmationFault = 'DATE_IMPOSSIBLE' | 'PLACE_MISSING';

/** What is wrong with a confirmation, or null. */
export function faultOf(content: AppointmentConfirmationContent): AppointmentConfirmationFault | null {
  const { startsAt, issuedOn, placeLines } = content;
  if (!isInstant(startsAt) || !isDay(issuedOn)) return 'DATE_IMPOSSIBLE';
  return placeLines.length === 0 ? 'PLACE_MISSING' : null;
}
