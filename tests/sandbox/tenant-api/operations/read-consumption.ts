import { ok, problem } from '../answer.ts';
import { metersOf } from '../dwelling/meters.ts';
import { accountOf, tenantOf } from './account-of.ts';
import type { PerformOperation } from './operation.ts';

export const readConsumption: PerformOperation = (request, caller, system) => {
  const account = accountOf(tenantOf(caller, system), request.pathParameters.accountId);
  if (!account) return problem('account.unknown');
  return ok({ asOf: system.today, meters: metersOf(account.lease, account.meters, system.today) });
};
