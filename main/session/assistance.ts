/** A staff member beside the person, as the session knows it. */
import {
  type Assistance,
  type AssistanceEnd,
  type Consent,
  LONGER_LIMITS,
} from '../../preload/assist-contract.ts';

/** Who assists. */
export interface Assistant {
  /** Of this one time that they help. */
  readonly assistanceId: string;
  /** By the landlord's own number. */
  readonly staffId: string;
  readonly staffName: string;
  readonly role: Assistance['role'];
  /** Tenants who they are themselves: they help anybody but those. */
  readonly tenantNumbers: readonly string[];
}

export interface Assisting extends Assistant {
  readonly sinceMs: number;
  readonly consent: Consent;
  readonly isHandedOver: boolean;
  readonly isClockPaused: boolean;
}

/** The help as the use cases steer it. What does not fit where the session stands changes nothing. */
export interface AssistedSession {
  /** Null while nobody assists. */
  current(): Assisting | null;
  begin(assistant: Assistant): void;
  consent(how: Exclude<Consent, 'asked'>): void;
  handOver(): void;
  takeBack(): void;
  pauseClock(isPaused: boolean): void;
  /** @returns false when it was put off as often as may be */
  lengthenLimit(): boolean;
  end(reason: AssistanceEnd): void;
}

/** Nobody need be watched for longer than that after the staff member has turned to somebody else. */
export const ASSISTANCE_IDLE_SECONDS = 180;

/** After these, what the person had on the screen stands there, and nobody knows that they are still there. */
const LEAVES_PERSON_BEHIND: readonly AssistanceEnd[] = ['staff', 'badgeRemoved', 'idle'];

export function assisting(assistant: Assistant): Assisting {
  return { ...assistant, sinceMs: Date.now(), consent: 'asked', isHandedOver: false, isClockPaused: false };
}

/** The clock stands only while a staff member is at the screen, too. */
export function pausesClock(assistance: Assisting | null): boolean {
  return assistance?.isClockPaused === true && !assistance.isHandedOver;
}

export function leavesPersonBehind(assistance: Assisting | null, reason: AssistanceEnd): boolean {
  return assistance !== null && !assistance.isHandedOver && LEAVES_PERSON_BEHIND.includes(reason);
}

/** Without what the screen need not know. */
export function shownAssistance(assistance: Assisting | null, longerLimits: number): Assistance | null {
  if (assistance === null) return null;
  const { staffName, role, sinceMs, consent, isHandedOver, isClockPaused } = assistance;
  const longerLimitsLeft = LONGER_LIMITS - longerLimits;
  return { staffName, role, sinceMs, consent, isHandedOver, isClockPaused, longerLimitsLeft };
}
