/** What everybody may know: asked for by the machine itself, whoever is in front of it or nobody. */
import type { Result } from '../../preload/contract.ts';
import { expectedAnswers } from './expected-answers.ts';
import type {
  Agencies,
  PaymentMethods,
  PracticalTexts,
  ResidenceAlerts,
  UsefulNumbers,
} from './generated/model/index.ts';
import {
  readAgencies,
  readPaymentMethods,
  readPracticalTexts,
  readResidenceAlerts,
  readUsefulNumbers,
} from './generated/operations.ts';
import type { KioskRequests } from './kiosk-requests.ts';
import type { KnownAnswers } from './known-answers.ts';

/** `known`: what is on disk already, and where what has changed is put. */
export interface PublicReads {
  readUsefulNumbers(known: KnownAnswers): Promise<Result<UsefulNumbers>>;
  readAgencies(known: KnownAnswers): Promise<Result<Agencies>>;
  readPaymentMethods(known: KnownAnswers): Promise<Result<PaymentMethods>>;
  readPracticalTexts(known: KnownAnswers): Promise<Result<PracticalTexts>>;
  readResidenceAlerts(known: KnownAnswers): Promise<Result<ResidenceAlerts>>;
}

export function createPublicReads(requests: KioskRequests): PublicReads {
  const asKiosk = (kioskToken: string) => ({ kind: 'kiosk', kioskToken }) as const;

  return {
    async readUsefulNumbers(known) {
      const answer = await requests.ask({
        identity: asKiosk,
        operation: (sent) =>
          readUsefulNumbers({ ...sent, known, expected: expectedAnswers.readUsefulNumbers }),
      });
      return answer.ok ? answer : { ok: false, error: answer.failure.error };
    },
    async readAgencies(known) {
      const answer = await requests.ask({
        identity: asKiosk,
        operation: (sent) => readAgencies({ ...sent, known, expected: expectedAnswers.readAgencies }),
      });
      return answer.ok ? answer : { ok: false, error: answer.failure.error };
    },
    async readPaymentMethods(known) {
      const answer = await requests.ask({
        identity: asKiosk,
        operation: (sent) =>
          readPaymentMethods({ ...sent, known, expected: expectedAnswers.readPaymentMethods }),
      });
      return answer.ok ? answer : { ok: false, error: answer.failure.error };
    },
    async readPracticalTexts(known) {
      const answer = await requests.ask({
        identity: asKiosk,
        operation: (sent) =>
          readPracticalTexts({ ...sent, known, expected: expectedAnswers.readPracticalTexts }),
      });
      return answer.ok ? answer : { ok: false, error: answer.failure.error };
    },
    async readResidenceAlerts(known) {
      const answer = await requests.ask({
        identity: asKiosk,
        operation: (sent) =>
          readResidenceAlerts({ ...sent, known, expected: expectedAnswers.readResidenceAlerts }),
      });
      return answer.ok ? answer : { ok: false, error: answer.failure.error };
    },
  };
}
