import { created, problem } from '../answer.ts';
import { instantOf } from '../clock.ts';
import { accountOf, tenantOf } from './account-of.ts';
import type { PerformOperation } from './operation.ts';

interface Deposit {
  insuredFrom: string;
  insuredTo: string;
  sentAt: string;
  documents: string[];
}

export const createInsuranceCertificate: PerformOperation = (request, caller, system) => {
  const account = accountOf(tenantOf(caller, system), request.pathParameters.accountId);
  if (!account) return problem('account.unknown');
  const { insuredFrom, insuredTo, sentAt, documents } = request.body as Deposit;
  if (insuredTo < insuredFrom || insuredTo < system.today) return problem('insurance.dates_impossible');
  const cited = documents.map((key) => system.documents.withKey(key));
  if (cited.some((document) => document?.accountId !== account.id)) return problem('document.unknown');

  const id = request.headers['idempotency-key'] ?? '';
  const documentIds = cited.flatMap((document) => (document ? [document.id] : []));
  account.insurance.certificates = [
    { id, insuredFrom, insuredTo, sentAt, state: 'received', refusal: null, documentIds },
    ...account.insurance.certificates,
  ];
  return created({ id, acceptedAt: instantOf(system.clock.nowMilliseconds()) });
};
