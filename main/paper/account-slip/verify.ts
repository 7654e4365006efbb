import { isDay, isInstant } from '../formats/dates.ts';
import type { AccountSlipContent } from './account-slip-content.ts';

/** Why an account slip must not be printed. */
export type AccountSlipFault = 'DATE_IMPOSSIBLE' | 'EMAIL_NOT_MASKED';

/** A paper is left lying about: whoever finds it must not learn an address to write to. */
const MASKED = /^[^\s@]*[•*]{2,}[^\s@]*@[^\s@]+$/;

/** What is wrong with a slip, or null. */
export function faultOf(content: AccountSlipContent): AccountSlipFault | null {
  const { issuedOn, linkValidUntil, maskedEmail } = content;
  if (!isDay(issuedOn) || (linkValidUntil !== null && !isInstant(linkValidUntil))) return 'DATE_IMPOSSIBLE';
  if (!MASKED.test(maskedEmail)) return 'EMAIL_NOT_MASKED';
  return null;
}
