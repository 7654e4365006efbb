/** What somebody has filled in so far. It lives as long as their session, and not an instant after it is sent. */
import { NOTHING_WRITTEN, type WrittenDate } from '../../components/date-fields/written-date.ts';

export interface InsuranceDraft {
  from: WrittenDate;
  to: WrittenDate;
}

export const EMPTY_INSURANCE_DRAFT: InsuranceDraft = { from: NOTHING_WRITTEN, to: NOTHING_WRITTEN };
