/** Who the signed-in person is, as far as the landlord knows. */
import type { Result } from '../../preload/contract.ts';
import type { Log } from '../log/log.ts';
import { expectedAnswers } from './expected-answers.ts';
import type { ProfileChange, TenantProfile } from './generated/model/index.ts';
import { listProfileChanges, readTenantProfile } from './generated/operations.ts';
import { createHeldLists } from './held-lists.ts';
import type { ReadAsTenant } from './read-as-tenant.ts';

export interface ProfileReadings {
  readTenantProfile(): Promise<Result<TenantProfile>>;
  /** All of them, the newest first: the first time they are read, and after that what has changed. */
  listProfileChanges(): Promise<Result<ProfileChange[]>>;
}

/** There is one list of them. */
const CHANGES = 'profile-changes';

export function createProfileReadings(parts: { read: ReadAsTenant; log: Log }): {
  reads: ProfileReadings;
  forget(): void;
} {
  const { read, log } = parts;
  const changes = createHeldLists<ProfileChange>({
    ask: (_list, place) =>
      read((sent) => listProfileChanges(place, { ...sent, expected: expectedAnswers.listProfileChanges })),
    orderOf: ({ requestedAt }) => new Date(requestedAt).toISOString(),
    onBreach: (breach) =>
      log.warn('tenant-api.failed', { operation: 'listProfileChanges', code: 'API_BROKEN_ANSWER', breach }),
  });

  return {
    reads: {
      readTenantProfile: () =>
        read((sent) => readTenantProfile({ ...sent, expected: expectedAnswers.readTenantProfile })),
      listProfileChanges: () => changes.readWhole(CHANGES),
    },
    forget: changes.forget,
  };
}
