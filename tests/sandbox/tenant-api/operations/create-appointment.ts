import { created, problem } from '../answer.ts';
import { tenantOf } from './account-of.ts';
import { described } from './list-appointments.ts';
import type { PerformOperation } from './operation.ts';

interface Request {
  slotId: string;
  subject: string;
  replaces?: string;
}

export const createAppointment: PerformOperation = (request, caller, system) => {
  const { slotId, subject, replaces } = request.body as Request;
  const { appointments } = system;
  const { id: tenantId } = tenantOf(caller, system);
  if (replaces !== undefined && !appointments.has(replaces, tenantId)) return problem('appointment.unknown');
  const appointment = appointments.book(slotId, subject, tenantId);
  if (!appointment) return problem('slot.taken');
  if (replaces !== undefined) appointments.cancel(replaces, tenantId);
  return created(described(appointment));
};
