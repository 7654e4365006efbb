/** How a landlord can speak to somebody at once. */
import type { ProfileChange, RequestedChange, TenantProfile } from '../../../preload/profile-contract.ts';

type Contact = TenantProfile['contact'];

const WAYS = ['mobilePhone', 'landlinePhone', 'email'] as const satisfies readonly (keyof Contact)[];

/** Whether nothing but letters is left once this number, and all that is to go already, is taken off. */
export function isLastWay(
  change: ProfileChange,
  contact: Contact,
  waiting: readonly RequestedChange[],
): boolean {
  if (!isRemoval(change)) return false;
  const gone = [change, ...waiting.filter(({ state }) => state !== 'refused').map((each) => each.change)]
    .filter(isRemoval)
    .map(({ kind }): string => kind);
  return WAYS.every((way) => contact[way] === null || gone.includes(way));
}

function isRemoval(change: ProfileChange): boolean {
  return 'phone' in change && change.phone === null;
}
