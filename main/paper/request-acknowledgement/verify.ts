import { isDay, isInstant } from '../formats/dates.ts';
import { paragraphsOf } from './paragraphs.ts';
import type { RequestAcknowledgementContent } from './request-acknowledgement-content.ts';

/** Why an acknowledgement of a request must not be printed. */
export type RequestAcknowledgementFault = 'DATE_IMPOSSIBLE' | 'TEXT_TOO_LONG';

/** What the landlord takes in one request. */
const MAX_TEXT_CHARACTERS = 4_000;
/** On a roll all of it is one page, and no page of a PDF is longer than five metres (ISO 32000-1, annex C). */
const MAX_PARAGRAPHS_ON_ROLL = 300;

/** What is wrong with an acknowledgement, or null. */
export function faultOf(content: RequestAcknowledgementContent): RequestAcknowledgementFault | null {
  const { registeredAt, issuedOn, text, paperSize } = content;
  if (!isDay(issuedOn) || !isInstant(registeredAt)) return 'DATE_IMPOSSIBLE';
  if (Array.from(text).length > MAX_TEXT_CHARACTERS) return 'TEXT_TOO_LONG';
  if (paperSize === 'roll80' && paragraphsOf(text).length > MAX_PARAGRAPHS_ON_ROLL) return 'TEXT_TOO_LONG';
  return null;
}
