import { created, problem } from '../answer.ts';
import { tenantOf } from './account-of.ts';
import { described } from './list-appointments.ts';
import type { PerformOperation } from './operation.ts';

export const createAppointment: PerformOperation = (request, caller, system) => {
  const { slotId, subject } = request.body as { slotId: string; subject: string };
  const appointment = system.appointments.book(slotId, subject, tenantOf(caller, system).id);
  return appointment ? created(described(appointment)) : problem('slot.taken');
};
