/** Who a tenant is, as the landlord has it in force, and what they asked to be changed. */
import type { ProfileChangeContent, TenantProfile } from '../../../main/tenant-api/tenant-api.ts';
import { daysAfter } from './insurance.ts';

export interface ProfileBook {
  inForce: TenantProfile;
  /** The newest first. */
  changes: AskedChange[];
}

export interface AskedChange {
  readonly id: string;
  readonly requestedAt: string;
  readonly state: 'pending' | 'refused';
  readonly change: ProfileChangeContent;
  /** The documents that it cites. */
  readonly documentIds: readonly string[];
}

export interface KnownProfile {
  readonly mobilePhone?: string | null | undefined;
  readonly landlinePhone?: string | null | undefined;
  readonly postalAddress?: TenantProfile['contact']['postalAddress'] | undefined;
  readonly familyStatus?: TenantProfile['family']['status'] | undefined;
  readonly household?: readonly { givenName: string; familyName: string; bornOn: string }[] | undefined;
  readonly work?: TenantProfile['work'] | undefined;
  readonly changes?:
    | readonly {
        daysAgo: number;
        state: 'pending' | 'refused';
        change: ProfileChangeContent;
      }[]
    | undefined;
}

export function openProfile(
  tenant: { number: string; displayName: string; emailOnFile: string | null },
  known: KnownProfile = {},
  today: string,
): ProfileBook {
  const { mobilePhone = '+33612345678', landlinePhone = null, postalAddress = null } = known;
  const { familyStatus = 'single', work = { status: 'employed', employer: 'Boulangerie Martel' } } = known;
  const words = tenant.displayName.replace(/^(M\. et Mme|M\.|Mme) /, '').split(' ');
  const [givenName = '', ...familyNames] = words;
  const familyName = familyNames.join(' ') || givenName;
  const people = [{ givenName, familyName, bornOn: '1968-04-12' }, ...(known.household ?? [])];
  return {
    inForce: {
      contact: { email: tenant.emailOnFile, mobilePhone, landlinePhone, postalAddress },
      family: {
        status: familyStatus,
        occupants: people.map((person, index) => ({
          id: `occupant-${tenant.number}-${index + 1}`,
          ...person,
          isTenant: index === 0,
        })),
      },
      work,
    },
    changes: (known.changes ?? []).map(({ daysAgo, state, change }, index) => ({
      id: `profile-change-${tenant.number}-${index + 1}`,
      requestedAt: `${daysAfter(today, -daysAgo)}T09:20:00.000Z`,
      state,
      change,
      documentIds: [],
    })),
  };
}

/** Several people can move in, or out, at a time; of all else, the last wish counts. */
export function isReplacedBy(one: ProfileChangeContent, other: ProfileChangeContent): boolean {
  return one.kind === other.kind && one.kind !== 'occupantAdded' && one.kind !== 'occupantRemoved';
}
