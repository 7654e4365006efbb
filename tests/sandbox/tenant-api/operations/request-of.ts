import { type Answer, problem } from '../answer.ts';
import type { Caller } from '../callers.ts';
import type { LandlordSystem } from '../landlord-system.ts';
import type { FiledRequest } from '../requests.ts';
import { accountOf, tenantOf } from './account-of.ts';

/** What the contract lets a text have, in characters. */
const TEXT_MAX = 4_000;

/** Null alike when there is no such request and when it is somebody else's. */
export function requestOf(caller: Caller, system: LandlordSystem, requestId = ''): FiledRequest | null {
  const request = system.requests.withId(requestId);
  const isOwn = request && accountOf(tenantOf(caller, system), request.accountId ?? undefined);
  return isOwn ? request : null;
}

/** A text that is too long, or a document that was not handed in for this account. */
export function refusalOf(
  text: string | null,
  cited: readonly string[],
  accountId: string | null,
  system: LandlordSystem,
): Answer | null {
  if (text !== null && Array.from(text).length > TEXT_MAX) return problem('request.invalid');
  const known = system.documents.all().filter((document) => document.accountId === accountId);
  const areKnown = cited.every((key) => known.some((document) => document.key === key.toLowerCase()));
  return areKnown ? null : problem('document.unknown');
}
