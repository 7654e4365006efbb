/** What somebody has filled in so far. It lives as long as their session, and not an instant after it is sent. */
import type { FamilyStatus, ProfileChange, WorkStatus } from '../../../preload/profile-contract.ts';
import { NOTHING_WRITTEN, readDate, type WrittenDate } from '../../components/date-fields/written-date.ts';

export interface ProfileDraft {
  email: string;
  mobilePhone: string;
  landlinePhone: string;
  line: string;
  moreLine: string;
  postcode: string;
  city: string;
  country: string;
  familyStatus: FamilyStatus | null;
  givenName: string;
  familyName: string;
  bornOn: WrittenDate;
  workStatus: WorkStatus | null;
  employer: string;
}

export type ChangeKind = ProfileChange['kind'];

/** A field that is typed into. */
export type DraftField = {
  [Field in keyof ProfileDraft]: ProfileDraft[Field] extends string ? Field : never;
}[keyof ProfileDraft];

export const EMPTY_PROFILE_DRAFT: ProfileDraft = {
  email: '',
  mobilePhone: '',
  landlinePhone: '',
  line: '',
  moreLine: '',
  postcode: '',
  city: '',
  country: 'France',
  familyStatus: null,
  givenName: '',
  familyName: '',
  bornOn: NOTHING_WRITTEN,
  workStatus: null,
  employer: '',
};

const FIELDS_OF: Readonly<Record<ChangeKind, readonly (keyof ProfileDraft)[]>> = {
  email: ['email'],
  mobilePhone: ['mobilePhone'],
  landlinePhone: ['landlinePhone'],
  postalAddress: ['line', 'moreLine', 'postcode', 'city', 'country'],
  familyStatus: ['familyStatus'],
  occupantAdded: ['givenName', 'familyName', 'bornOn'],
  occupantRemoved: [],
  work: ['workStatus', 'employer'],
};

/** What was begun of another change stays for when they come back to it. */
export function afterSending(kind: ChangeKind, draft: ProfileDraft): ProfileDraft {
  const sent = FIELDS_OF[kind].map((field) => [field, EMPTY_PROFILE_DRAFT[field]]);
  return { ...draft, ...Object.fromEntries(sent) };
}

/** Who is employed by nobody else has no employer to name. */
export function hasEmployer(status: WorkStatus): boolean {
  return status === 'employed';
}

/** The change as far as it was filled in; null while something is missing that no field can hold empty. */
export function changeOf(
  kind: ChangeKind,
  draft: ProfileDraft,
  occupantId: string | null,
): ProfileChange | null {
  switch (kind) {
    case 'email':
      return { kind, email: draft.email };
    case 'mobilePhone':
    case 'landlinePhone':
      return { kind, phone: draft[kind] };
    case 'postalAddress': {
      const { line, moreLine, postcode, city, country } = draft;
      return { kind, address: { lines: [line, moreLine], postcode, city, country } };
    }
    case 'familyStatus':
      return draft.familyStatus && { kind, status: draft.familyStatus };
    case 'occupantAdded': {
      const date = readDate(draft.bornOn);
      const { givenName, familyName } = draft;
      return date.ok ? { kind, givenName, familyName, bornOn: date.day } : null;
    }
    case 'occupantRemoved':
      return occupantId === null ? null : { kind, occupantId };
    case 'work': {
      const { workStatus: status, employer } = draft;
      return status && { kind, status, employer: hasEmployer(status) ? employer : null };
    }
    default:
      return kind satisfies never;
  }
}
