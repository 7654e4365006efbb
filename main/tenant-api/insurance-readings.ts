/** How the signed-in person's dwellings are insured, as far as the landlord knows. */
import type { Result } from '../../preload/contract.ts';
import type { Log } from '../log/log.ts';
import { everyPage } from './every-page.ts';
import { expectedAnswers } from './expected-answers.ts';
import type { InsuranceCertificatePage } from './generated/model/index.ts';
import { listInsuranceCertificates } from './generated/operations.ts';
import type { ReadAsTenant } from './read-as-tenant.ts';

export interface InsuranceReadings {
  /** All the certificates, the newest first. */
  listInsuranceCertificates(accountId: string): Promise<Result<Omit<InsuranceCertificatePage, 'nextCursor'>>>;
}

export function createInsuranceReadings(parts: { read: ReadAsTenant; log: Log }): InsuranceReadings {
  const { read, log } = parts;
  return {
    async listInsuranceCertificates(accountId) {
      const all = await everyPage(
        'listInsuranceCertificates',
        (cursor) =>
          read((sent) =>
            listInsuranceCertificates(accountId, cursor === undefined ? {} : { cursor }, {
              ...sent,
              expected: expectedAnswers.listInsuranceCertificates,
            }),
          ),
        log,
      );
      if (!all.ok) return all;
      const { isRequired, coveredUntil, asOf } = all.value.first;
      return { ok: true, value: { isRequired, coveredUntil, asOf, items: all.value.items } };
    },
  };
}
