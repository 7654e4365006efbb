/** Documents that people brought, as far as the outbox hands them in. */
import { v5 as uuidV5 } from 'uuid';
import { type DepositOutcome, depositOutcomeOf } from './deposit-outcome.ts';
import { expectedAnswers } from './expected-answers.ts';
import type { DocumentDeposit, UnsignedDeposit } from './generated/model/index.ts';
import { createDocument, createUnsignedDeposit } from './generated/operations.ts';
import { type AccountDeposit, handInAsKiosk, handInFor, outcomeForKiosk } from './hand-in.ts';
import type { KioskRequests } from './kiosk-requests.ts';
import { type ReadAttachment, upload } from './uploads.ts';

export interface DocumentDeposits {
  /** The attachment first, from where it was broken off; then the document that cites it. */
  createDocument(
    deposit: AccountDeposit<Omit<DocumentDeposit, 'uploadId'>> & {
      attachment: { lengthBytes: number; read: ReadAttachment };
    },
  ): Promise<DepositOutcome>;
  /** Likewise, by somebody who has not signed in. */
  createUnsignedDeposit(deposit: {
    body: Omit<UnsignedDeposit, 'uploadId'>;
    attachment: { lengthBytes: number; read: ReadAttachment };
    idempotencyKey: string;
  }): Promise<DepositOutcome>;
}

export function createDocumentDeposits(requests: KioskRequests): DocumentDeposits {
  return {
    async createDocument({ accountId, body, attachment, ...deposit }) {
      const uploaded = await upload(requests, {
        depositToken: deposit.depositToken,
        ...attachment,
        sha256: body.sha256,
        // Another write of the same wish: the same on every try, and after every restart.
        idempotencyKey: uuidV5('upload', deposit.idempotencyKey),
      });
      if (uploaded === 'unreadable') return { outcome: 'unreadable' };
      if (!uploaded.ok) return depositOutcomeOf(uploaded);
      return handInFor(requests, deposit, (sent) =>
        createDocument(
          accountId,
          { ...body, uploadId: uploaded.value.id },
          { ...sent, expected: expectedAnswers.createDocument },
        ),
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
      if (!uploaded.ok) return outcomeForKiosk(uploaded);
      return handInAsKiosk(requests, idempotencyKey, (sent) =>
        createUnsignedDeposit(
          { ...body, uploadId: uploaded.value.id },
          { ...sent, expected: expectedAnswers.createUnsignedDeposit },
        ),
      );
    },
  };
}
