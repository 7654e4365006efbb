/** Whether what somebody typed about themselves can be asked for, and how it is written in order. */
import { isEmailAddress } from '../../preload/email-address.ts';
import type { ProfileChange, ProfileFault, TenantProfile } from '../../preload/profile-contract.ts';
import type { TenantProfile as ApiProfile, ProfileChangeContent } from '../tenant-api/tenant-api.ts';
import { judgePhone, shownPhone } from './phone-number.ts';

export type ChangeVerdict =
  | { verdict: 'right'; change: ProfileChangeContent }
  | { verdict: 'wrong'; faults: { field: string; fault: ProfileFault }[] };

/** Nobody is older. */
const MOST_YEARS = 125;
const MAX_FIELD_CHARACTERS = 80;
const MAX_COUNTRY_CHARACTERS = 60;
const FRENCH_POSTCODE = /^\d{5}$/;
const LETTER = /\p{L}/u;
/** A house has a number only, somewhere; a firm may be called 3M. */
const LETTER_OR_FIGURE = /[\p{L}\p{N}]/u;
/** Control characters, and what changes the direction of the text around it. */
const INVISIBLE = /[\p{Cc}\p{Cf}]/gu;

/** `today`: `2018-07-11` */
export function judgeChange(typed: ProfileChange, inForce: ApiProfile, today: string): ChangeVerdict {
  switch (typed.kind) {
    case 'email': {
      const email = cleaned(typed.email);
      if (email === '') return wrong('email', 'missing');
      if (!isEmailAddress(email)) return wrong('email', 'email');
      if (email.toLowerCase() === inForce.contact.email?.toLowerCase()) return wrong('email', 'same');
      return right({ kind: 'email', email });
    }
    case 'mobilePhone':
    case 'landlinePhone': {
      const { kind } = typed;
      if (typed.phone === null) {
        return inForce.contact[kind] === null ? wrong('phone', 'same') : right({ kind, phone: null });
      }
      const phone = judgePhone(cleaned(typed.phone), kind === 'mobilePhone' ? 'mobile' : 'any');
      if (!phone.ok) return wrong('phone', phone.fault);
      if (phone.number === inForce.contact[kind]) return wrong('phone', 'same');
      return right({ kind, phone: phone.number });
    }
    case 'postalAddress':
      return judgeAddress(typed, inForce);
    case 'familyStatus':
      return typed.status === inForce.family.status ? wrong('status', 'same') : right(typed);
    case 'occupantAdded': {
      const givenName = cleaned(typed.givenName);
      const familyName = cleaned(typed.familyName);
      const { kind, bornOn } = typed;
      return verdictOf({ kind, givenName, familyName, bornOn }, [
        ['givenName', faultOfText(givenName, LETTER)],
        ['familyName', faultOfText(familyName, LETTER)],
        ['bornOn', faultOfBirth(bornOn, today)],
      ]);
    }
    case 'occupantRemoved': {
      const { kind, occupantId } = typed;
      const isThere = inForce.family.occupants.some(({ id, isTenant }) => id === occupantId && !isTenant);
      return isThere ? right({ kind, occupantId }) : wrong('occupantId', 'missing');
    }
    case 'work': {
      const { kind, status } = typed;
      const employer =
        typed.employer === null ? null : cleaned(typed.employer).slice(0, MAX_FIELD_CHARACTERS);
      const { work } = inForce;
      if (status === 'employed' && !employer) return wrong('employer', 'missing');
      if (employer && !LETTER_OR_FIGURE.test(employer)) return wrong('employer', 'characters');
      const kept = employer || null;
      if (status === work.status && kept === work.employer) {
        return wrong(kept === null ? 'status' : 'employer', 'same');
      }
      return right({ kind, status, employer: kept });
    }
    default:
      return typed satisfies never;
  }
}

/** As the screen shows it. */
export function shownChange(change: ProfileChangeContent): ProfileChange {
  switch (change.kind) {
    case 'mobilePhone':
    case 'landlinePhone':
      return { kind: change.kind, phone: change.phone === null ? null : shownPhone(change.phone) };
    default:
      return change;
  }
}

export function shownProfile({ contact, family, work }: ApiProfile): TenantProfile {
  const { mobilePhone, landlinePhone } = contact;
  return {
    contact: {
      email: contact.email,
      postalAddress: contact.postalAddress,
      mobilePhone: mobilePhone === null ? null : shownPhone(mobilePhone),
      landlinePhone: landlinePhone === null ? null : shownPhone(landlinePhone),
    },
    family: { status: family.status, occupants: family.occupants },
    work: { status: work.status, employer: work.employer },
  };
}

function judgeAddress(
  { address }: Extract<ProfileChange, { kind: 'postalAddress' }>,
  inForce: ApiProfile,
): ChangeVerdict {
  const lines = address.lines.map(cleaned).filter((line) => line !== '');
  const country = cleaned(address.country).slice(0, MAX_COUNTRY_CHARACTERS);
  const isFrench = country.toLowerCase() === 'france';
  const postcode = isFrench ? cleaned(address.postcode).replace(/ /g, '') : cleaned(address.postcode);
  const city = cleaned(address.city);
  const judged = { lines, postcode, city, country };
  const before = inForce.contact.postalAddress;
  return verdictOf({ kind: 'postalAddress', address: judged }, [
    ['lines', faultOfText(lines[0] ?? '', LETTER_OR_FIGURE)],
    ['postcode', faultOfPostcode(postcode, isFrench)],
    ['city', faultOfText(city, LETTER)],
    ['country', country.length < 2 ? 'missing' : null],
    ['lines', before && JSON.stringify(judged) === JSON.stringify(inOrder(before)) ? 'same' : null],
  ]);
}

function inOrder({ lines, postcode, city, country }: NonNullable<ApiProfile['contact']['postalAddress']>) {
  return { lines, postcode, city, country };
}

function faultOfPostcode(postcode: string, isFrench: boolean): ProfileFault | null {
  // Some countries have none.
  if (!isFrench) return postcode.length > 16 ? 'postcode' : null;
  if (postcode === '') return 'missing';
  return FRENCH_POSTCODE.test(postcode) ? null : 'postcode';
}

/** `least`: what it has to have one of, to be read by anybody. */
function faultOfText(text: string, least: RegExp): ProfileFault | null {
  if (text === '') return 'missing';
  return text.length > MAX_FIELD_CHARACTERS || !least.test(text) ? 'characters' : null;
}

function faultOfBirth(bornOn: string, today: string): ProfileFault | null {
  if (bornOn > today) return 'bornInFuture';
  return Number(today.slice(0, 4)) - Number(bornOn.slice(0, 4)) > MOST_YEARS ? 'bornTooLongAgo' : null;
}

/** Pasted line ends and marks nobody sees are harmless. */
function cleaned(text: string): string {
  return text.replace(INVISIBLE, ' ').replace(/\s+/g, ' ').trim();
}

function verdictOf(
  change: ProfileChangeContent,
  judged: readonly (readonly [field: string, fault: ProfileFault | null])[],
): ChangeVerdict {
  const faults = judged.flatMap(([field, fault]) => (fault ? [{ field, fault }] : []));
  return faults.length > 0 ? { verdict: 'wrong', faults } : right(change);
}

function right(change: ProfileChangeContent): ChangeVerdict {
  return { verdict: 'right', change };
}

function wrong(field: string, fault: ProfileFault): ChangeVerdict {
  return { verdict: 'wrong', faults: [{ field, fault }] };
}
