/** Who the signed-in person is, as far as the landlord knows. */
import type { Result } from '../../preload/contract.ts';
import type { Log } from '../log/log.ts';
import { everyPage } from './every-page.ts';
import { expectedAnswers } from './expected-answers.ts';
import type { ProfileChange, TenantProfile } from './generated/model/index.ts';
import { listProfileChanges, readTenantProfile } from './generated/operations.ts';
import type { ReadAsTenant } from './read-as-tenant.ts';

export interface ProfileReadings {
  readTenantProfile(): Promise<Result<TenantProfile>>;
  /** The newest first. */
  listProfileChanges(): Promise<Result<ProfileChange[]>>;
}

export function createProfileReadings(parts: { read: ReadAsTenant; log: Log }): ProfileReadings {
  const { read, log } = parts;
  return {
    readTenantProfile: () =>
      read((sent) => readTenantProfile({ ...sent, expected: expectedAnswers.readTenantProfile })),

    async listProfileChanges() {
      const all = await everyPage(
        'listProfileChanges',
        (cursor) =>
          read((sent) =>
            listProfileChanges(cursor === undefined ? {} : { cursor }, {
              ...sent,
              expected: expectedAnswers.listProfileChanges,
            }),
          ),
        log,
      );
      return all.ok ? { ok: true, value: all.value.items } : all;
    },
  };
}
