import { problem } from '../answer.ts';
import { leasePapersOf } from '../dwelling/lease-papers.ts';
import { accountOf, tenantOf } from './account-of.ts';
import type { PerformOperation } from './operation.ts';
import { pageOf } from './page-of.ts';

export const listLeasePapers: PerformOperation = (request, caller, system) => {
  const account = accountOf(tenantOf(caller, system), request.pathParameters.accountId);
  if (!account) return problem('account.unknown');
  return pageOf(
    leasePapersOf(account.lease, system.today),
    ['list-lease-papers', account.id],
    request,
    system,
  );
};
