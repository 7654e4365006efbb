import { isDay, isInstant } from '../formats/dates.ts';
import type { InsuranceAcknowledgementContent } from './insurance-acknowledgement-content.ts';

/** Why an acknowledgement of an insurance certificate must not be printed. */
export type InsuranceAcknowledgementFault = 'DATE_IMPOSSIBLE' | 'DOCUMENT_WITHOUT_PAGES';

/** What is wrong with an acknowledgement, or null. */
export function faultOf(content: InsuranceAcknowledgementContent): InsuranceAcknowledgementFault | null {
  const { insured, receivedAt, issuedOn, document } = content;
  if (![insured.from, insured.to, issuedOn].every(isDay) || !isInstant(receivedAt)) return 'DATE_IMPOSSIBLE';
  if (insured.from > insured.to) return 'DATE_IMPOSSIBLE';
  if (!Number.isSafeInteger(document.pageCount) || document.pageCount < 1) return 'DOCUMENT_WITHOUT_PAGES';
  return null;
}
