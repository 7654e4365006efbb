/** What somebody has written so far. It lives as long as their session, and not an instant after it is sent. */
import { isEmailAddress } from '../../../preload/email-address.ts';
import type {
  Acknowledgement,
  RequestNature,
  RequestPlace,
  RequestSubject,
  RequestTopic,
  UnsignedPerson,
} from '../../../preload/request-contract.ts';
import { REQUEST_PLACES, REQUEST_TOPICS } from '../../../preload/request-subjects.ts';
import { URGENT_TOPICS } from './emergencies.ts';

export interface Attachment {
  bundleId: string;
  pageCount: number;
}

export interface Draft {
  nature: RequestNature | null;
  topic: RequestTopic | null;
  place: RequestPlace | null;
  /** Null until it was asked. */
  isAnonymous: boolean | null;
  text: string;
  attachments: readonly Attachment[];
  /** Null until it was touched: the first way that there is, then. */
  acknowledgement: Acknowledgement | null;
  person: DraftPerson;
}

/** As typed. */
export interface DraftPerson {
  name: string;
  tenantNumber: string;
  reach: 'phone' | 'email';
  phone: string;
  email: string;
}

export const EMPTY_DRAFT: Draft = {
  nature: null,
  topic: null,
  place: null,
  isAnonymous: null,
  text: '',
  attachments: [],
  acknowledgement: null,
  person: { name: '', tenantNumber: '', reach: 'phone', phone: '', email: '' },
};

export const STEPS = [
  'nature',
  'topic',
  'urgent',
  'place',
  'anonymity',
  'text',
  'name',
  'reach',
  'summary',
] as const;

export type StepName = (typeof STEPS)[number];

/** What the form asks, wherever it stands. */
export interface Questions {
  /** One only is not asked. */
  natures: readonly RequestNature[];
  /** Of somebody who has not signed in. */
  asksPerson: boolean;
}

/** The questions that this draft leads to, in their order. */
export function stepsOf(draft: Draft, { natures, asksPerson }: Questions): StepName[] {
  const { nature, topic } = draft;
  const isAsked: Record<StepName, boolean> = {
    nature: natures.length > 1,
    topic: nature !== null && REQUEST_TOPICS[nature].length > 0,
    urgent: topic !== null && topic in URGENT_TOPICS,
    // Whose place is said with the topic.
    place: nature !== null && REQUEST_PLACES[nature].length > 0 && topic !== 'lift',
    anonymity: nature === 'incivility',
    text: true,
    name: asksPerson,
    reach: asksPerson,
    summary: true,
  };
  return STEPS.filter((step) => isAsked[step]);
}

export function stepAfter(step: StepName, draft: Draft, questions: Questions): StepName {
  const steps = stepsOf(draft, questions);
  return steps[steps.indexOf(step) + 1] ?? 'summary';
}

/** Null before the first one. */
export function stepBefore(step: StepName, draft: Draft, questions: Questions): StepName | null {
  const steps = stepsOf(draft, questions);
  return steps[steps.indexOf(step) - 1] ?? null;
}

/** What hangs on an answer goes with it when it changes; what was written stays. */
export function withNature(draft: Draft, nature: RequestNature): Draft {
  if (nature === draft.nature) return draft;
  return { ...draft, nature, topic: null, place: null, isAnonymous: null };
}

export function withTopic(draft: Draft, topic: RequestTopic): Draft {
  return { ...draft, topic, place: topic === 'lift' ? 'lift' : topic === draft.topic ? draft.place : null };
}

/** A nature that is the only one is not asked. */
export function ofOnly(natures: readonly RequestNature[], draft: Draft): Draft {
  const [only] = natures;
  return natures.length === 1 && only ? { ...draft, nature: only } : draft;
}

/** Null while something is missing. */
export function subjectOf({ nature, topic, place, isAnonymous, text }: Draft): RequestSubject | null {
  if (nature === null || text === '') return null;
  return { nature, topic, place, text, isAnonymous: isAnonymous === true };
}

export function personOf({ name, tenantNumber, reach, phone, email }: DraftPerson): UnsignedPerson {
  const number = tenantNumber.trim();
  return {
    name: name.trim(),
    tenantNumber: number === '' ? null : number,
    phone: reach === 'phone' ? phone.trim() : null,
    email: reach === 'email' ? email.trim() : null,
  };
}

/** Figures with what people write between them. */
const PHONE = /^\+?(?:[ .()-]*[0-9])+$/;

/** As dialled inside France, where one figure too few or too many reaches nobody. */
const IN_FRANCE = /^0[1-9][0-9]{8}$/;

/** A country and its number: nine to fifteen figures (ITU-T E.164). */
const ABROAD = /^\+[1-9][0-9]{8,14}$/;

/** France with its own country code, and the nought in between that many leave there. */
const FRANCE_FROM_ABROAD = /^\+330?/;

export function reachFault({ reach, phone, email }: DraftPerson): 'phone' | 'email' | null {
  if (reach === 'phone') return isPhone(phone.trim()) ? null : 'phone';
  return isEmailAddress(email.trim()) ? null : 'email';
}

function isPhone(typed: string): boolean {
  if (!PHONE.test(typed)) return false;
  const dialled = typed
    .replace(/[ .()-]/g, '')
    .replace(/^00/, '+')
    .replace(FRANCE_FROM_ABROAD, '0');
  return IN_FRANCE.test(dialled) || ABROAD.test(dialled);
}
