/**
 * The life of one try to pay, as one table:
 *
 *     CREATED → SENT → APPROVED → SETTLED
 *        ↓        ↓ ↘      ↑
 *        ↓        ↓  UNKNOWN
 *     NOT_PERFORMED ←──┘
 *
 * CREATED stands on the disk before anything is asked, SENT before the first byte goes to the terminal. UNKNOWN is
 * left only by the terminal's own word, or by staff who looked into its journal. SETTLED: the central API has it.
 */
import {
  ATTEMPT_STATES,
  type AttemptState,
  type PaymentAttemptRow,
} from '../store/payment-attempts-repository.ts';

/** What can happen to an attempt. Reasons are codes. */
export type AttemptEvent =
  | { readonly type: 'sent' }
  | { readonly type: 'approved'; readonly authorisationNumber: string | null }
  | { readonly type: 'notPerformed'; readonly reason: string }
  | { readonly type: 'unknown'; readonly reason: string }
  /** The central API has received it, or staff have handed it in by hand. */
  | { readonly type: 'acknowledged'; readonly by: 'api' | 'hand' };

/** Why a settled attempt is not among what the central API knows by the attempt's id. */
export const REPORTED_BY_HAND = 'REPORTED_BY_HAND';

const LIFE: Readonly<Record<AttemptState, Partial<Record<AttemptEvent['type'], AttemptState>>>> = {
  CREATED: { sent: 'SENT', notPerformed: 'NOT_PERFORMED' },
  SENT: { approved: 'APPROVED', notPerformed: 'NOT_PERFORMED', unknown: 'UNKNOWN' },
  UNKNOWN: { approved: 'APPROVED', notPerformed: 'NOT_PERFORMED' },
  APPROVED: { acknowledged: 'SETTLED' },
  NOT_PERFORMED: {},
  SETTLED: {},
};

/** Null when this cannot happen to an attempt in that state. */
export function nextState(state: AttemptState, event: AttemptEvent['type']): AttemptState | null {
  return LIFE[state][event] ?? null;
}

/** From which states this can happen. */
export function statesBefore(event: AttemptEvent['type']): readonly AttemptState[] {
  return ATTEMPT_STATES.filter((state) => nextState(state, event) !== null);
}

/** The attempt after what happened to it; null when that cannot happen. `at`: milliseconds since 1970. */
export function advance(
  attempt: PaymentAttemptRow,
  event: AttemptEvent,
  at: number,
): PaymentAttemptRow | null {
  const state = nextState(attempt.state, event.type);
  if (state === null) return null;
  const moved = { ...attempt, state };
  switch (event.type) {
    case 'sent':
      return { ...moved, sentAt: at };
    case 'approved':
      return {
        ...moved,
        // What is found out afterwards happened when the terminal was asked.
        approvedAt: attempt.state === 'UNKNOWN' ? (attempt.sentAt ?? at) : at,
        reason: null,
        authorisationNumber: event.authorisationNumber,
      };
    case 'notPerformed':
      return { ...moved, reason: event.reason, endedAt: at, sealed: null };
    case 'unknown':
      return { ...moved, reason: event.reason };
    case 'acknowledged':
      return { ...moved, reason: event.by === 'hand' ? REPORTED_BY_HAND : null, endedAt: at, sealed: null };
    default:
      return event satisfies never;
  }
}

/**
 * Whether money may move, or have moved, without anybody knowing: its account is not charged again meanwhile. What is
 * only CREATED has not been asked for, and never will be if it stays so.
 */
export function blocksItsAccount(state: AttemptState): boolean {
  return state === 'SENT' || state === 'UNKNOWN';
}

/** What the end of the program did to an attempt: what was sent is not known, what was not sent never will be. */
export function afterRestart(state: AttemptState): AttemptEvent | null {
  switch (state) {
    case 'CREATED':
      return { type: 'notPerformed', reason: 'NEVER_SENT' };
    case 'SENT':
      return { type: 'unknown', reason: 'PROGRAM_ENDED' };
    case 'APPROVED':
    case 'NOT_PERFORMED':
    case 'UNKNOWN':
    case 'SETTLED':
      return null;
    default:
      return state satisfies never;
  }
}
