/** Puts an answer together from whatever pieces it comes in, and says what it means so far. */
import type { PaymentOutcome, UnknownReason } from '../payment-terminal.ts';
import { decide } from './decide.ts';
import { parseFields } from './fields.ts';
import type { Asked } from './request.ts';

export type Progress =
  /** Cut off in the middle of a field. */
  | 'incomplete'
  /** Whole fields, which do not yet say what became of the payment: more may come. */
  | 'undecided'
  | 'decided'
  /** Nothing that could follow makes it clear. */
  | 'hopeless';

export interface AnswerReader {
  take(piece: Buffer): Progress;
  /** @param ifNothingCame why nothing came */
  outcome(ifNothingCame: UnknownReason): PaymentOutcome;
  /** Overwrites what was received: the terminal may have said more than is kept. */
  forget(): void;
}

/** Doubts that the rest of an answer could still remove. */
const MAY_BECOME_CLEAR: ReadonlySet<UnknownReason> = new Set(['FIELDS_MISSING', 'ONLY_ACKNOWLEDGED']);

/** Real answers, with a ticket, stay below 2 kB. */
export const MAX_ANSWER_BYTES = 16 * 1024;

export function createAnswerReader(asked: Asked): AnswerReader {
  const received = Buffer.alloc(MAX_ANSWER_BYTES);
  let size = 0;
  let isTooLarge = false;

  function read(): { progress: Progress; outcome: PaymentOutcome } {
    if (isTooLarge) return unknown('hopeless', 'ANSWER_TOO_LARGE');
    const parsed = parseFields(received.toString('latin1', 0, size));
    switch (parsed.form) {
      case 'partial':
        return unknown('incomplete', 'ANSWER_CUT_SHORT');
      case 'broken':
        return unknown('hopeless', 'ANSWER_UNREADABLE');
      case 'contradictory':
        return unknown('hopeless', 'ANSWER_CONTRADICTORY');
      case 'whole': {
        const outcome = decide(parsed.fields, asked);
        if (outcome.outcome !== 'UNKNOWN') return { progress: 'decided', outcome };
        return unknown(MAY_BECOME_CLEAR.has(outcome.reason) ? 'undecided' : 'hopeless', outcome.reason);
      }
      default:
        return parsed satisfies never;
    }
  }

  return {
    take(piece) {
      isTooLarge ||= size + piece.length > MAX_ANSWER_BYTES;
      if (!isTooLarge) size += piece.copy(received, size);
      return read().progress;
    },
    outcome: (ifNothingCame) =>
      size === 0 && !isTooLarge ? { outcome: 'UNKNOWN', reason: ifNothingCame } : read().outcome,
    forget: () => received.fill(0),
  };
}

function unknown(progress: Progress, reason: UnknownReason): { progress: Progress; outcome: PaymentOutcome } {
  return { progress, outcome: { outcome: 'UNKNOWN', reason } };
}
