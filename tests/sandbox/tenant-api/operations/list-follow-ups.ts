import { tenantOf } from './account-of.ts';
import type { PerformOperation } from './operation.ts';

export const listFollowUps: PerformOperation = (request, caller, system) => {
  const { id } = tenantOf(caller, system);
  return system.growingLists.answer(['follow-ups', id], system.followUps.ofTenant(id), request.query);
};
