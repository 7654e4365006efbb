/** Who helps at this kiosk now, and what every screen may need to know of it. */
import { createContext, use } from 'react';
import type { Assistance } from '../../preload/assist-contract.ts';
import type { SessionSnapshot } from '../../preload/contract.ts';
import type { AloneWish } from './alone-steps.ts';

/** What stands before the screen while somebody helps; the screen behind it stays as it is. */
export type Cover = 'consent' | 'declined' | 'handOver' | 'tool';

/** A thing of the staff member's that takes the whole screen. */
export type StaffTool =
  | 'usefulNumbers'
  | 'interpreter'
  | 'request'
  | 'walkIn'
  | 'summary'
  | 'printAgain'
  | 'counts';

/** What a person goes on with when they are alone at the screen. */
const TOOLS_OF_THE_PERSON: readonly StaffTool[] = ['walkIn', 'request'];

export const AssistanceContext = createContext<Assistance | null>(null);

export function useAssistance(): Assistance | null {
  return use(AssistanceContext);
}

/** Whether a member of staff stands beside the person now, and may touch the screen. */
export function useIsWatched(): boolean {
  return isWatched(useAssistance());
}

export function isWatched(assistance: Assistance | null): boolean {
  return assistance !== null && !assistance.isHandedOver;
}

/** Null on the screens of nobody, where nobody is helped. */
export function assistanceIn(snapshot: SessionSnapshot | null): Assistance | null {
  return snapshot?.state === 'signedOut' || snapshot?.state === 'tenant' ? snapshot.assistance : null;
}

/** The most pressing one. */
export function coverOf(
  state: SessionSnapshot['state'],
  assistance: Assistance | null,
  tool: StaffTool | null,
  alone: AloneWish,
): Cover | null {
  if (!assistance) return null;
  if (!isWatched(assistance)) return tool && TOOLS_OF_THE_PERSON.includes(tool) ? 'tool' : null;
  if (state === 'tenant' && assistance.consent === 'asked') return 'consent';
  if (tool) return alone.ofTool ? 'handOver' : 'tool';
  if (state === 'tenant' && assistance.consent === 'declined') return 'declined';
  return alone.ofScreen || alone.isWished ? 'handOver' : null;
}
