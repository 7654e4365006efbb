/** What tenants ask for and complain about, as far as the outbox hands it in. */
import type { Answer } from './answer.ts';
import { type DepositOutcome, depositOutcomeOf } from './deposit-outcome.ts';
import { expectedAnswers } from './expected-answers.ts';
import type {
  RequestDeposit,
  RequestMessageDeposit,
  RequestSettlementDeposit,
  UnsignedRequestDeposit,
} from './generated/model/index.ts';
import {
  createRequest,
  createRequestMessage,
  createRequestSettlement,
  createUnsignedRequest,
} from './generated/operations.ts';
import type { Identity } from './identity.ts';
import type { KioskRequests, Sent } from './kiosk-requests.ts';
import { isAboutTheKiosk } from './problem.ts';

export interface RequestDeposits {
  createRequest(deposit: Deposit<RequestDeposit> & { accountId: string }): Promise<DepositOutcome>;
  createRequestMessage(
    deposit: Deposit<RequestMessageDeposit> & { requestId: string },
  ): Promise<DepositOutcome>;
  createRequestSettlement(
    deposit: Deposit<RequestSettlementDeposit> & { requestId: string },
  ): Promise<DepositOutcome>;
  /** What the API thinks of this machine refuses nobody's request. */
  createUnsignedRequest(
    deposit: Omit<Deposit<UnsignedRequestDeposit>, 'depositToken'>,
  ): Promise<DepositOutcome>;
}

interface Deposit<Body> {
  depositToken: string;
  body: Body;
  /** UUID version 7, the same on every try, and the id of what is handed in ever after. */
  idempotencyKey: string;
}

export function createRequestDeposits(requests: KioskRequests): RequestDeposits {
  return {
    createRequest: ({ accountId, body, depositToken, idempotencyKey }) =>
      handIn(byPerson(depositToken), (sent) =>
        createRequest(accountId, body, {
          ...sent,
          expected: expectedAnswers.createRequest,
          idempotencyKey,
        }),
      ),
    createRequestMessage: ({ requestId, body, depositToken, idempotencyKey }) =>
      handIn(byPerson(depositToken), (sent) =>
        createRequestMessage(requestId, body, {
          ...sent,
          expected: expectedAnswers.createRequestMessage,
          idempotencyKey,
        }),
      ),
    createRequestSettlement: ({ requestId, body, depositToken, idempotencyKey }) =>
      handIn(byPerson(depositToken), (sent) =>
        createRequestSettlement(requestId, body, {
          ...sent,
          expected: expectedAnswers.createRequestSettlement,
          idempotencyKey,
        }),
      ),
    async createUnsignedRequest({ body, idempotencyKey }) {
      const answer = await requests.ask({
        identity: (kioskToken) => ({ kind: 'kiosk', kioskToken }),
        operation: (sent) =>
          createUnsignedRequest(body, {
            ...sent,
            expected: expectedAnswers.createUnsignedRequest,
            idempotencyKey,
          }),
      });
      if (!answer.ok && isAboutTheKiosk(answer.failure)) {
        return { outcome: 'later', error: answer.failure.error };
      }
      return depositOutcomeOf(answer);
    },
  };

  async function handIn<Value>(
    identity: (kioskToken: string) => Identity,
    operation: (sent: Sent) => Promise<Answer<Value>>,
  ): Promise<DepositOutcome> {
    return depositOutcomeOf(await requests.ask({ identity, operation }));
  }
}

function byPerson(depositToken: string) {
  return (kioskToken: string): Identity => ({ kind: 'deposit', kioskToken, depositToken });
}
