import { created, problem } from '../answer.ts';
import { instantOf } from '../clock.ts';
import { tenantOf } from './account-of.ts';
import type { PerformOperation } from './operation.ts';

export const createProfileChangeWithdrawal: PerformOperation = (request, caller, system) => {
  const { profile } = tenantOf(caller, system);
  const { changeId } = request.body as { changeId: string };
  const change = profile.changes.find(({ id }) => id === changeId);
  if (!change) return problem('profile_change.unknown');
  if (change.state !== 'pending') return problem('profile_change.decided');
  profile.changes = profile.changes.filter((each) => each !== change);
  const id = request.headers['idempotency-key'] ?? '';
  return created({ id, acceptedAt: instantOf(system.clock.nowMilliseconds()) });
};
