import { problem } from '../answer.ts';
import { coveredUntil } from '../insurance.ts';
import { accountOf, tenantOf } from './account-of.ts';
import type { PerformOperation } from './operation.ts';

export const listInsuranceCertificates: PerformOperation = (request, caller, system) => {
  const account = accountOf(tenantOf(caller, system), request.pathParameters.accountId);
  if (!account) return problem('account.unknown');
  const { isRequired, certificates } = account.insurance;
  const told = certificates.map(({ documentIds: _, ...certificate }) => certificate);
  const page = system.growingLists.answer(['insurance-certificates', account.id], told, request.query);
  if (page.status !== 200) return page;
  const standing = {
    isRequired,
    coveredUntil: coveredUntil(account.insurance, system.today),
    asOf: system.today,
  };
  return { ...page, body: { ...standing, ...(page.body as object) } };
};
