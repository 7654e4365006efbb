/** What is asked for each change, in which order, and into which fields it is typed. */
import { type ChangeKind, type DraftField, hasEmployer, type ProfileDraft } from './draft.ts';

/** Each has its words in the message catalogues, under `situation.questions.<name>`. */
export type Question = FieldsQuestion | 'familyStatus' | 'bornOn' | 'workStatus';

type FieldsQuestion = 'email' | 'mobilePhone' | 'landlinePhone' | 'street' | 'town' | 'names' | 'employer';

export interface QuestionField {
  readonly name: DraftField;
  /** Under which name main finds fault with it. */
  readonly judgedAs: string;
  readonly keys: 'email' | 'name' | 'figures';
}

const FIELDS: Readonly<Record<FieldsQuestion, readonly QuestionField[]>> = {
  email: [{ name: 'email', judgedAs: 'email', keys: 'email' }],
  mobilePhone: [{ name: 'mobilePhone', judgedAs: 'phone', keys: 'figures' }],
  landlinePhone: [{ name: 'landlinePhone', judgedAs: 'phone', keys: 'figures' }],
  street: [
    { name: 'line', judgedAs: 'lines', keys: 'name' },
    { name: 'moreLine', judgedAs: 'moreLines', keys: 'name' },
  ],
  town: [
    { name: 'postcode', judgedAs: 'postcode', keys: 'name' },
    { name: 'city', judgedAs: 'city', keys: 'name' },
    { name: 'country', judgedAs: 'country', keys: 'name' },
  ],
  names: [
    { name: 'givenName', judgedAs: 'givenName', keys: 'name' },
    { name: 'familyName', judgedAs: 'familyName', keys: 'name' },
  ],
  employer: [{ name: 'employer', judgedAs: 'employer', keys: 'name' }],
};

/** A landlord asks for proof of what a rent or a benefit may depend on, and of where letters are to go. */
const PROVEN = ['postalAddress', 'familyStatus', 'occupantAdded', 'occupantRemoved', 'work'] as const;

export function fieldsOf(question: FieldsQuestion): readonly QuestionField[] {
  return FIELDS[question];
}

export function wantsProof(kind: ChangeKind): kind is (typeof PROVEN)[number] {
  return PROVEN.some((each) => each === kind);
}

export function questionsOf(kind: ChangeKind, { workStatus }: ProfileDraft): readonly Question[] {
  switch (kind) {
    case 'email':
    case 'mobilePhone':
    case 'landlinePhone':
    case 'familyStatus':
      return [kind];
    case 'postalAddress':
      return ['street', 'town'];
    case 'occupantAdded':
      return ['names', 'bornOn'];
    case 'occupantRemoved':
      return [];
    case 'work':
      return workStatus && hasEmployer(workStatus) ? ['workStatus', 'employer'] : ['workStatus'];
    default:
      return kind satisfies never;
  }
}

export function questionAfter(kind: ChangeKind, question: Question, draft: ProfileDraft): Question | null {
  const questions = questionsOf(kind, draft);
  return questions[questions.indexOf(question) + 1] ?? null;
}

export function questionBefore(kind: ChangeKind, question: Question, draft: ProfileDraft): Question | null {
  const questions = questionsOf(kind, draft);
  return questions[questions.indexOf(question) - 1] ?? null;
}
