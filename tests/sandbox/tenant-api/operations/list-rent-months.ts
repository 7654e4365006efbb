import { problem } from '../answer.ts';
import { rentMonthsOf } from '../dwelling/rent-months.ts';
import { accountOf, tenantOf } from './account-of.ts';
import type { PerformOperation } from './operation.ts';
import { pageOf } from './page-of.ts';

export const listRentMonths: PerformOperation = (request, caller, system) => {
  const account = accountOf(tenantOf(caller, system), request.pathParameters.accountId);
  if (!account) return problem('account.unknown');
  return pageOf(rentMonthsOf(account, system.today), ['list-rent-months', account.id], request, system);
};
