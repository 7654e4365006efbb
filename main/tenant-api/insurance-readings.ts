/** How the signed-in person's dwellings are insured, as far as the landlord knows. */
import type { Result } from '../../preload/contract.ts';
import type { Log } from '../log/log.ts';
import { expectedAnswers } from './expected-answers.ts';
import type { InsuranceCertificate, InsuranceCertificatePage } from './generated/model/index.ts';
import { listInsuranceCertificates } from './generated/operations.ts';
import { createHeldLists } from './held-lists.ts';
import type { ReadAsTenant } from './read-as-tenant.ts';

export interface ListedCertificates
  extends Pick<InsuranceCertificatePage, 'isRequired' | 'coveredUntil' | 'asOf'> {
  /** The newest first. */
  items: InsuranceCertificate[];
}

export interface InsuranceReadings {
  /** All the certificates: the first time they are read, and after that what has changed. */
  listInsuranceCertificates(accountId: string): Promise<Result<ListedCertificates>>;
}

export function createInsuranceReadings(parts: { read: ReadAsTenant; log: Log }): {
  reads: InsuranceReadings;
  forget(): void;
} {
  const { read, log } = parts;
  /** What every page says of the dwelling, the last one of each account. */
  const standings = new Map<string, Omit<ListedCertificates, 'items'>>();
  const certificates = createHeldLists<InsuranceCertificate>({
    async ask(accountId, place) {
      const page = await read((sent) =>
        listInsuranceCertificates(accountId, place, {
          ...sent,
          expected: expectedAnswers.listInsuranceCertificates,
        }),
      );
      if (page.ok) {
        const { isRequired, coveredUntil, asOf } = page.value;
        standings.set(accountId, { isRequired, coveredUntil, asOf });
      }
      return page;
    },
    orderOf: ({ sentAt }) => new Date(sentAt).toISOString(),
    onBreach: (breach) =>
      log.warn('tenant-api.failed', {
        operation: 'listInsuranceCertificates',
        code: 'API_BROKEN_ANSWER',
        breach,
      }),
  });

  return {
    reads: {
      async listInsuranceCertificates(accountId) {
        const all = await certificates.readWhole(accountId);
        if (!all.ok) return all;
        const standing = standings.get(accountId);
        if (!standing) return { ok: false, error: { code: 'SESSION_OVER' } };
        return { ok: true, value: { ...standing, items: all.value } };
      },
    },
    forget() {
      certificates.forget();
      standings.clear();
    },
  };
}
