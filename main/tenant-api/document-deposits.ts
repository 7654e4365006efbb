/** Documents that people brought, as far as the outbox hands them in. */
import { v5 as uuidV5 } from 'uuid';
import type { Answer } from './answer.ts';
import { type DepositOutcome, depositOutcomeOf } from './deposit-outcome.ts';
import { expectedAnswers } from './expected-answers.ts';
import type { DocumentDeposit, UnsignedDeposit } from './generated/model/index.ts';
import { createDocument, createUnsignedDeposit } from './generated/operations.ts';
import type { KioskRequests } from './kiosk-requests.ts';
import { isAboutTheKiosk } from './problem.ts';
import { type ReadAttachment, upload } from './uploads.ts';

export interface DocumentDeposits {
  /** The attachment first, from where it was broken off; then the document that cites it. */
  createDocument(deposit: {
    depositToken: string;
    accountId: string;
    body: Omit<DocumentDeposit, 'uploadId'>;
    attachment: { lengthBytes: number; read: ReadAttachment };
    /** UUID version 7, the same on every try. */
    idempotencyKey: string;
  }): Promise<DepositOutcome>;
  /** Likewise, by somebody who has not signed in. What the API thinks of this machine refuses nobody's document. */
  createUnsignedDeposit(deposit: {
    body: Omit<UnsignedDeposit, 'uploadId'>;
    attachment: { lengthBytes: number; read: ReadAttachment };
    idempotencyKey: string;
  }): Promise<DepositOutcome>;
}

export function createDocumentDeposits(requests: KioskRequests): DocumentDeposits {
  return {
    async createDocument({ depositToken, accountId, body, attachment, idempotencyKey }) {
      const uploaded = await upload(requests, {
        depositToken,
        ...attachment,
        sha256: body.sha256,
        // Another write of the same wish: the same on every try, and after every restart.
        idempotencyKey: uuidV5('upload', idempotencyKey),
      });
      if (uploaded === 'unreadable') return { outcome: 'unreadable' };
      if (!uploaded.ok) return depositOutcomeOf(uploaded);
      return depositOutcomeOf(
        await requests.ask({
          identity: (kioskToken) => ({ kind: 'deposit', kioskToken, depositToken }),
          operation: (sent) =>
            createDocument(
              accountId,
              { ...body, uploadId: uploaded.value.id },
              { ...sent, expected: expectedAnswers.createDocument, idempotencyKey },
            ),
        }),
      );
    },

    async createUnsignedDeposit({ body, attachment, idempotencyKey }) {
      const uploaded = await upload(requests, {
        depositToken: null,
        ...attachment,
        sha256: body.sha256,
        idempotencyKey: uuidV5('upload', idempotencyKey),
      });
      if (uploaded === 'unreadable') return { outcome: 'unreadable' };
      if (!uploaded.ok) return outcomeOfMachine(uploaded);
      return outcomeOfMachine(
        await requests.ask({
          identity: (kioskToken) => ({ kind: 'kiosk', kioskToken }),
          operation: (sent) =>
            createUnsignedDeposit(
              { ...body, uploadId: uploaded.value.id },
              { ...sent, expected: expectedAnswers.createUnsignedDeposit, idempotencyKey },
            ),
        }),
      );
    },
  };
}

function outcomeOfMachine(answer: Answer<unknown>): DepositOutcome {
  if (!answer.ok && isAboutTheKiosk(answer.failure)) return { outcome: 'later', error: answer.failure.error };
  return depositOutcomeOf(answer);
}
