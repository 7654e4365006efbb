/** What tenants ask for and complain about, as far as the outbox hands it in. */
import type { DepositOutcome } from './deposit-outcome.ts';
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
import { type AccountDeposit, type Deposit, handInAsKiosk, handInFor } from './hand-in.ts';
import type { KioskRequests } from './kiosk-requests.ts';

export interface RequestDeposits {
  createRequest(deposit: AccountDeposit<RequestDeposit>): Promise<DepositOutcome>;
  createRequestMessage(
    deposit: Deposit<RequestMessageDeposit> & { requestId: string },
  ): Promise<DepositOutcome>;
  createRequestSettlement(
    deposit: Deposit<RequestSettlementDeposit> & { requestId: string },
  ): Promise<DepositOutcome>;
  createUnsignedRequest(
    deposit: Omit<Deposit<UnsignedRequestDeposit>, 'depositToken'>,
  ): Promise<DepositOutcome>;
}

export function createRequestDeposits(requests: KioskRequests): RequestDeposits {
  return {
    createRequest: ({ accountId, body, ...deposit }) =>
      handInFor(requests, deposit, (sent) =>
        createRequest(accountId, body, { ...sent, expected: expectedAnswers.createRequest }),
      ),
    createRequestMessage: ({ requestId, body, ...deposit }) =>
      handInFor(requests, deposit, (sent) =>
        createRequestMessage(requestId, body, { ...sent, expected: expectedAnswers.createRequestMessage }),
      ),
    createRequestSettlement: ({ requestId, body, ...deposit }) =>
      handInFor(requests, deposit, (sent) =>
        createRequestSettlement(requestId, body, {
          ...sent,
          expected: expectedAnswers.createRequestSettlement,
        }),
      ),
    createUnsignedRequest: ({ body, idempotencyKey }) =>
      handInAsKiosk(requests, idempotencyKey, (sent) =>
        createUnsignedRequest(body, { ...sent, expected: expectedAnswers.createUnsignedRequest }),
      ),
  };
}
