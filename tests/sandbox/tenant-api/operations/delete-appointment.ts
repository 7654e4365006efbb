import { noContent, problem } from '../answer.ts';
import { tenantOf } from './account-of.ts';
import type { PerformOperation } from './operation.ts';

export const deleteAppointment: PerformOperation = (request, caller, system) => {
  const { appointmentId = '' } = request.pathParameters;
  const isCancelled = system.appointments.cancel(appointmentId, tenantOf(caller, system).id);
  return isCancelled ? noContent() : problem('appointment.unknown');
};
