import { ok, problem } from '../answer.ts';
import { coveredUntil } from '../insurance.ts';
import { accountOf, tenantOf } from './account-of.ts';
import type { PerformOperation } from './operation.ts';

export const listInsuranceCertificates: PerformOperation = (request, caller, system) => {
  const account = accountOf(tenantOf(caller, system), request.pathParameters.accountId);
  if (!account) return problem('account.unknown');
  const { cursor, limit } = request.query as { cursor?: string; limit: number };
  const list = ['insurance-certificates', account.id];
  const place = cursor === undefined ? [0] : system.cursors.open(list, cursor);
  if (!place) return problem('cursor.invalid');

  const [start = 0] = place;
  const end = start + limit;
  const { isRequired, certificates } = account.insurance;
  return ok({
    isRequired,
    coveredUntil: coveredUntil(account.insurance, system.today),
    asOf: system.today,
    items: certificates.slice(start, end).map(({ documentIds: _, ...certificate }) => certificate),
    nextCursor: end < certificates.length ? system.cursors.seal(list, [end]) : null,
  });
};
