/** What somebody who has not signed in has filled in so far. It lives as long as their session, and not an instant after it is sent. */
import type { Depositor } from '../../../preload/unsigned-deposit-contract.ts';
import type { WrittenDate } from '../../components/date-fields/written-date.ts';
import { EMPTY_INSURANCE_DRAFT } from '../insurance/draft.ts';
import { type DraftPerson, EMPTY_DRAFT, personOf } from '../request-form/draft.ts';

export interface DepositDraft {
  from: WrittenDate;
  to: WrittenDate;
  person: DraftPerson;
}

export const EMPTY_DEPOSIT_DRAFT: DepositDraft = { ...EMPTY_INSURANCE_DRAFT, person: EMPTY_DRAFT.person };

/** Null while the number is missing, without which nobody would know whose paper it is. */
export function depositorOf(person: DraftPerson): Depositor | null {
  const { tenantNumber, ...rest } = personOf(person);
  return tenantNumber === null || rest.name === '' ? null : { ...rest, tenantNumber };
}
