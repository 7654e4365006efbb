import { created, problem } from '../answer.ts';
import { accountOf, tenantOf } from './account-of.ts';
import type { PerformOperation } from './operation.ts';

export const createCashSlip: PerformOperation = (request, caller, system) => {
  const account = accountOf(tenantOf(caller, system), request.pathParameters.accountId);
  if (!account) return problem('account.unknown');
  const { amountCents } = request.body as { amountCents: number };
  const slip = system.cashSlips.make(account, amountCents);
  return slip ? created(slip) : problem('cash_slip.amount_refused');
};
