/** What each tenant did lately, by whatever means. */
import type { Answer } from './answer.ts';
import type { Books } from './books.ts';

export interface FollowUps {
  /** The newest first. */
  ofTenant(tenantId: string): readonly FollowUp[];
  /** Of a write that was answered for the first time. */
  note(write: NotedWrite): void;
}

export interface FollowUp {
  readonly id: string;
  readonly kind: string;
  readonly doneAt: string;
  readonly state: 'received' | 'done';
  readonly reference: string | null;
  readonly amountCents: number | null;
}

export interface NotedWrite {
  readonly operationId: string;
  readonly key: string;
  readonly tenantId: string | null;
  readonly body: unknown;
  readonly answer: Answer;
  readonly at: string;
}

/** By the operation. What is not in here is nothing that anybody looks for. */
const KINDS: Readonly<Record<string, string>> = {
  createPayment: 'payment',
  createDirectDebitMandate: 'directDebit',
  createDirectDebitChange: 'directDebit',
  createRequest: 'request',
  createRequestMessage: 'requestMessage',
  createRequestSettlement: 'requestSettlement',
  createDocument: 'document',
  createStatementDelivery: 'statement',
  createInsuranceCertificate: 'insuranceCertificate',
  createProfileChange: 'profileChange',
  createAppointment: 'appointment',
};

/** Nobody at the landlord's has to do anything about them. */
const DONE_AT_ONCE: readonly string[] = ['statement', 'requestSettlement', 'appointment'];

export function createFollowUps(books: Books, before: ReadonlyMap<string, readonly FollowUp[]>): FollowUps {
  const ofTenants = new Map([...before].map(([tenantId, list]) => [tenantId, [...list]]));
  return {
    ofTenant: (tenantId) =>
      (ofTenants.get(tenantId) ?? []).toSorted((one, other) => other.doneAt.localeCompare(one.doneAt)),
    note({ operationId, key, tenantId, body, answer, at }) {
      const kind = KINDS[operationId];
      if (kind === undefined || answer.status !== 201) return;
      const { payable, amountCents = null } = body as {
        payable?: { accountId?: string };
        amountCents?: number;
      };
      const whose = tenantId ?? books.withAccount(payable?.accountId ?? '')?.tenant.id;
      if (whose === undefined) return;
      const { reference = null } = answer.body as { reference?: string };
      const state = DONE_AT_ONCE.includes(kind) ? 'done' : 'received';
      const list = ofTenants.get(whose) ?? [];
      ofTenants.set(whose, [
        ...list,
        { id: key.toLowerCase(), kind, doneAt: at, state, reference, amountCents },
      ]);
    },
  };
}
