/** The payment provider behind the central API, for readers whose cards only it can decrypt. */
import type { Failure } from '../../preload/contract.ts';
import type { Answer } from './answer.ts';
import { expectedAnswers } from './expected-answers.ts';
import type { CardCharge, CardChargeRequest } from './generated/model/index.ts';
import { createCardCharge, readCardCharge } from './generated/operations.ts';
import type { KioskRequests } from './kiosk-requests.ts';
import { isFinal } from './problem.ts';

export interface CardCharges {
  /** `attemptId`: the idempotency key, under which a card is charged once. */
  createCardCharge(charge: { attemptId: string; body: CardChargeRequest }): Promise<ChargeAnswer>;
  readCardCharge(attemptId: string): Promise<ChargeAnswer>;
}

export type ChargeAnswer =
  | { told: 'charge'; charge: CardCharge }
  /** The API has understood the question, and says that there is no such charge and will be none. */
  | { told: 'none' }
  /** Nobody knows. */
  | { told: 'nothing'; error: Failure };

export function createCardCharges(requests: KioskRequests): CardCharges {
  return {
    async createCardCharge({ attemptId, body }) {
      const answer = await requests.ask({
        identity: (kioskToken) => ({ kind: 'kiosk', kioskToken }),
        operation: (sent) =>
          createCardCharge(body, {
            ...sent,
            expected: expectedAnswers.createCardCharge,
            idempotencyKey: attemptId,
          }),
      });
      return chargeAnswerOf(answer);
    },

    async readCardCharge(attemptId) {
      const answer = await requests.ask({
        identity: (kioskToken) => ({ kind: 'kiosk', kioskToken }),
        operation: (sent) => readCardCharge(attemptId, { ...sent, expected: expectedAnswers.readCardCharge }),
      });
      if (!answer.ok && answer.failure.problemCode !== 'card_charge.unknown') {
        return { told: 'nothing', error: answer.failure.error };
      }
      return chargeAnswerOf(answer);
    },
  };
}

function chargeAnswerOf(answer: Answer<CardCharge>): ChargeAnswer {
  if (answer.ok) return { told: 'charge', charge: answer.value };
  const { failure } = answer;
  // Another charge has this key: whatever became of that one.
  if (failure.problemCode === 'idempotency_key.reused') return { told: 'nothing', error: failure.error };
  return isFinal(failure) ? { told: 'none' } : { told: 'nothing', error: failure.error };
}
