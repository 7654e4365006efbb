import { problem } from '../answer.ts';
import { accountOf, tenantOf } from './account-of.ts';
import type { PerformOperation } from './operation.ts';

export const listRequests: PerformOperation = (request, caller, system) => {
  const account = accountOf(tenantOf(caller, system), request.pathParameters.accountId);
  if (!account) return problem('account.unknown');
  const heads = system.requests
    .ofAccount(account.id)
    .map(({ id, reference, nature, topic, place, registeredAt, status, followUp }) => ({
      ...{ id, reference, nature, topic, place, registeredAt, status, followUp },
    }));
  return system.growingLists.answer(['requests', account.id], heads, request.query);
};
