import { problem } from '../answer.ts';
import { chargeYearsOf } from '../dwelling/charges.ts';
import { accountOf, tenantOf } from './account-of.ts';
import type { PerformOperation } from './operation.ts';
import { pageOf } from './page-of.ts';

export const listChargeYears: PerformOperation = (request, caller, system) => {
  const account = accountOf(tenantOf(caller, system), request.pathParameters.accountId);
  if (!account) return problem('account.unknown');
  return pageOf(
    chargeYearsOf(account.lease, system.today),
    ['list-charge-years', account.id],
    request,
    system,
  );
};
