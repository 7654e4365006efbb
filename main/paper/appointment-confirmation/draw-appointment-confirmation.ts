import { drawDocument } from '../draw-document.ts';
import type { DrawingOutcome } from '../drawing.ts';
import type { AppointmentConfirmationContent } from './appointment-confirmation-content.ts';
import { composeAppointmentConfirmation } from './compose.ts';
import { faultOf } from './verify.ts';

/** Draws the confirmation of an appointment right here, see ../draw-document.ts. */
export async function drawAppointmentConfirmationHere(
  content: AppointmentConfirmationContent,
): Promise<DrawingOutcome> {
  const fault = faultOf(content);
  return fault ? { ok: false, fault } : drawDocument(composeAppointmentConfirmation(content));
}
