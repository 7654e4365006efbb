/** What a tenant did lately: what the landlord knows of, and what waits on this kiosk. */
import type { Failure, Result } from '../../preload/contract.ts';
import type { FollowUp, FollowUpKind } from '../../preload/request-contract.ts';
import type { Visit } from '../session/visit.ts';
import type { OutboxKind } from '../sync/kinds.ts';
import type { Outbox, UnsettledWish } from '../sync/outbox.ts';
import { depositNumberOf } from './deposit-number.ts';

export interface FollowUps {
  /**
   * The newest first; what waits here stands before the first page, also while the API is away, and `unread` says why
   * the rest is not there.
   */
  list(visit: Visit, asked: { cursor: string | null }): Promise<Result<ListedFollowUps>>;
}

export interface ListedFollowUps {
  followUps: FollowUp[];
  nextCursor: string | null;
  unread: Failure | null;
}

/** By what a tenant sees of each kind of wish. */
const KIND_OF: Readonly<Record<OutboxKind, FollowUpKind>> = {
  payment: 'payment',
  'direct-debit-mandate': 'directDebit',
  'direct-debit-change': 'directDebit',
  request: 'request',
  'request-message': 'requestMessage',
  'request-settlement': 'requestSettlement',
  document: 'document',
  'statement-delivery': 'statement',
  'insurance-certificate': 'insuranceCertificate',
  'profile-change': 'profileChange',
  'profile-change-withdrawal': 'profileChange',
  'appointment-delivery': 'appointment',
  'payment-receipt-delivery': 'other',
  'direct-debit-mandate-delivery': 'other',
  'direct-debit-form-delivery': 'other',
  'paper-delivery': 'other',
  'unsigned-request': 'request',
  'unsigned-deposit': 'document',
  'audit-entry': 'other',
  'health-report': 'other',
};

const HAS_NUMBER: readonly FollowUpKind[] = ['request', 'payment'];

export function createFollowUps(parts: { outbox: Pick<Outbox, 'unsettledOf'> }): FollowUps {
  const { outbox } = parts;
  return {
    async list({ tenantId, connection }, { cursor }) {
      const answer = await connection.requests.listFollowUps({ cursor });
      if (cursor !== null) {
        return answer.ok ? { ok: true, value: { ...shown(answer.value), unread: null } } : answer;
      }

      const accountIds = connection.accountsAsListed().map(({ id }) => id);
      const waiting = outbox.unsettledOf({ tenantId, accountIds });
      if (!waiting.ok) return waiting;
      if (!answer.ok) {
        if (waiting.value.length === 0 || answer.error.code === 'SESSION_OVER') return answer;
        const followUps = waiting.value.map(waitingHere);
        return { ok: true, value: { followUps, nextCursor: null, unread: answer.error } };
      }
      const told = shown(answer.value);
      const known = new Set(told.followUps.map(({ id }) => id));
      const ours = waiting.value.filter(({ deliveryId }) => !known.has(deliveryId)).map(waitingHere);
      return { ok: true, value: { ...told, followUps: [...ours, ...told.followUps], unread: null } };
    },
  };
}

function shown(page: {
  items: (Omit<FollowUp, 'state'> & { state: 'received' | 'done' })[];
  nextCursor: string | null;
}): Omit<ListedFollowUps, 'unread'> {
  const followUps = page.items.map((item) => ({ ...item, doneAt: new Date(item.doneAt).toISOString() }));
  return { followUps, nextCursor: page.nextCursor };
}

function waitingHere({ deliveryId, kind, state, savedAt }: UnsettledWish): FollowUp {
  const told = KIND_OF[kind];
  return {
    id: deliveryId,
    kind: told,
    doneAt: new Date(savedAt).toISOString(),
    state: state === 'pending' ? 'saved' : 'refused',
    reference: HAS_NUMBER.includes(told) ? depositNumberOf(deliveryId) : null,
    amountCents: null,
  };
}
