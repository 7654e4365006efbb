/** What a terminal's word means for the journal, and for the person. */
import type { NotPerformedReason } from '../../preload/payment-contract.ts';
import type { Happening } from './payment-journal.ts';
import type {
  NotSentReason,
  PaymentOutcome,
  NotPerformedReason as TerminalReason,
} from './terminal/payment-terminal.ts';

export function happeningOf(outcome: PaymentOutcome): Happening {
  switch (outcome.outcome) {
    case 'APPROVED':
      return { type: 'approved', facts: outcome.facts, settledByStaff: false };
    case 'NOT_PERFORMED':
    case 'NOT_SENT':
      return { type: 'notPerformed', reason: outcome.reason };
    case 'UNKNOWN':
      return { type: 'unknown', reason: outcome.reason };
    default:
      return outcome satisfies never;
  }
}

/** Each has a sentence of its own only where the person can do something else about it. */
const SAID_TO_THE_PERSON: Readonly<Record<TerminalReason | NotSentReason, NotPerformedReason>> = {
  REFUSED: 'refused',
  FORBIDDEN: 'refused',
  CALL_THE_BANK: 'callTheBank',
  ABANDONED: 'abandoned',
  CARD_TIMEOUT: 'cardTimeout',
  NOT_COMPLETED: 'terminalTrouble',
  TERMINAL_BUSY: 'terminalBusy',
  TERMINAL_NOT_READY: 'terminalBusy',
  TERMINAL_OFFLINE: 'terminalTrouble',
  REQUEST_NOT_UNDERSTOOD: 'terminalTrouble',
  NEVER_STARTED: 'terminalTrouble',
  UNSPECIFIED: 'refused',
  CONNECTION_REFUSED: 'terminalTrouble',
  UNREACHABLE: 'terminalTrouble',
  CERTIFICATE_REFUSED: 'terminalTrouble',
  TERMINAL_KEY_MISSING: 'terminalTrouble',
  DEVICE_ABSENT: 'terminalTrouble',
  DEVICE_FORBIDDEN: 'terminalTrouble',
  DEVICE_REFUSED: 'terminalTrouble',
  AMOUNT_NOT_POSSIBLE: 'terminalTrouble',
  NO_PAYMENT_PROVIDER: 'terminalTrouble',
};

export function saidToThePerson(reason: TerminalReason | NotSentReason): NotPerformedReason {
  return SAID_TO_THE_PERSON[reason];
}
