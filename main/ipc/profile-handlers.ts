import type { profileCalls } from '../../preload/profile-contract.ts';
import type { AsTenant } from './as-tenant.ts';
import type { Handlers } from './router.ts';

/** What each call about a tenant's own details does. */
export function profileHandlers(asTenant: AsTenant): Pick<Handlers, keyof typeof profileCalls> {
  return {
    'profile.read': () => asTenant((visit, { profiles }) => profiles.read(visit)),
    'profile.check': ({ change }) => asTenant((visit, { profiles }) => profiles.check(visit, change)),
    'profile.request': ({ accountId, change }) =>
      asTenant((visit, { profiles }) => profiles.request(visit, accountId, change)),
    'profile.withdraw': ({ changeId }) =>
      asTenant((visit, { profiles }) => profiles.withdraw(visit, changeId)),
  };
}
