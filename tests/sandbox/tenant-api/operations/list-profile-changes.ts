import { tenantOf } from './account-of.ts';
import type { PerformOperation } from './operation.ts';

export const listProfileChanges: PerformOperation = (request, caller, system) => {
  const tenant = tenantOf(caller, system);
  const changes = tenant.profile.changes.map(({ documentIds: _, ...change }) => change);
  return system.growingLists.answer(['profile-changes', tenant.id], changes, request.query);
};
