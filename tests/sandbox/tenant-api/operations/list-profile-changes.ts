import { ok, problem } from '../answer.ts';
import { tenantOf } from './account-of.ts';
import type { PerformOperation } from './operation.ts';

export const listProfileChanges: PerformOperation = (request, caller, system) => {
  const tenant = tenantOf(caller, system);
  const { cursor, limit } = request.query as { cursor?: string; limit: number };
  const list = ['profile-changes', tenant.id];
  const place = cursor === undefined ? [0] : system.cursors.open(list, cursor);
  if (!place) return problem('cursor.invalid');

  const [start = 0] = place;
  const end = start + limit;
  const { changes } = tenant.profile;
  return ok({
    items: changes.slice(start, end).map(({ documentIds: _, ...change }) => change),
    nextCursor: end < changes.length ? system.cursors.seal(list, [end]) : null,
  });
};
