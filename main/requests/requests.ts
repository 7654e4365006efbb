/**
 * What a tenant asks for and complains about: what they asked before and what became of it, and what they write here.
 *
 * What was written here is shown with what the central API says until the API says it too. It is known for the length
 * of the visit; the outbox alone keeps it, sealed, until it is handed in.
 */
import type {
  CallInput,
  Delivery,
  ErrorCode,
  Failure,
  Locale,
  Result,
  Tenant,
} from '../../preload/contract.ts';
import type {
  Acknowledgement,
  Request,
  RequestHead,
  RequestSubject,
} from '../../preload/request-contract.ts';
import type { Documents } from '../documents/documents.ts';
import type { Visit } from '../session/visit.ts';
import type { Outbox } from '../sync/outbox.ts';
import type { AcknowledgementPrint } from './acknowledgement-print.ts';
import { depositNumberOf } from './deposit-number.ts';
import { headOf, type OwnRequest, type OwnWord, requestOf, shownHead, shownRequest } from './own-requests.ts';

export interface NewRequest {
  accountId: string;
  subject: RequestSubject;
  acknowledgement: Acknowledgement;
  /** Documents that were put aside. */
  attachments: readonly string[];
}

export interface ListedRequests {
  requests: RequestHead[];
  nextCursor: string | null;
  unread: Failure | null;
}

export interface Requests {
  /**
   * Those that were written here and that the landlord does not tell of yet stand before the first page, also while the
   * API is away: `unread` says why the rest is not there.
   */
  list(visit: Visit, asked: { accountId: string; cursor: string | null }): Promise<Result<ListedRequests>>;
  /** One that was written here, also while the API is away. */
  read(visit: Visit, requestId: string): Promise<Result<Request>>;
  /** Resolves once it and all that it cites are on disk; what fails can be asked for again. */
  write(visit: Visit, request: NewRequest, locale: Locale): Promise<Result<Delivery & { reference: string }>>;
  /** As `write`. INPUT_INVALID for a request that was not read in this visit. */
  reply(visit: Visit, word: CallInput<'request.reply'>): Promise<Result<Delivery>>;
  settle(visit: Visit, verdict: CallInput<'request.settle'>): Result<Delivery>;
  /** Resolves at once; the job tells how it goes on. */
  print(visit: Visit, tenant: Tenant, requestId: string, locale: Locale): Result<{ jobId: string }>;
  /** News of what was handed in, of whatever kind. */
  delivered(delivery: Delivery): void;
  /** The person leaves. */
  forget(): void;
}

interface Stay {
  readonly visit: Visit;
  /** The newest first. */
  requests: OwnRequest[];
  /** The oldest first. */
  words: OwnWord[];
  /** Of each request that was read: whose it is about. */
  readonly accountOf: Map<string, string>;
}

export function createRequests(parts: {
  outbox: Pick<Outbox, 'enqueue'>;
  documents: Pick<Documents, 'depositAside' | 'dropAside'>;
  print: AcknowledgementPrint;
  now?: () => Date;
}): Requests {
  const { outbox, documents, now = () => new Date() } = parts;
  let stay: Stay | null = null;

  return {
    async list(visit, { accountId, cursor }) {
      const { requests } = stayOf(visit);
      const answer = await visit.connection.requests.list({ accountId, cursor });
      const own = cursor === null ? requests.filter((each) => each.accountId === accountId) : [];
      if (!answer.ok) {
        if (own.length === 0 || answer.error.code === 'SESSION_OVER') return answer;
        return { ok: true, value: { requests: own.map(headOf), nextCursor: null, unread: answer.error } };
      }
      const { items, nextCursor } = answer.value;
      const known = new Set(items.map(({ id }) => id));
      const ours = own.filter(({ id }) => !known.has(id)).map(headOf);
      return { ok: true, value: { requests: [...ours, ...items.map(shownHead)], nextCursor, unread: null } };
    },

    read,

    async write(visit, { accountId, subject, acknowledgement, attachments }, locale) {
      const cited = await documents.depositAside(visit, attachments, { accountId, kind: 'requestProof' });
      if (!cited.ok) return cited;
      const { tenantId, depositToken } = visit;
      const writtenAt = now().toISOString();
      const saved = outbox.enqueue({
        kind: 'request',
        ...{ tenantId, depositToken },
        needs: cited.value,
        payload: { accountId, subject, acknowledgement, attachments: cited.value, writtenAt, locale },
      });
      if (!saved.ok) return saved;
      for (const bundleId of attachments) documents.dropAside(visit, bundleId);
      const { deliveryId } = saved.value;
      const reference = depositNumberOf(deliveryId);
      const here = stayOf(visit);
      const attachmentCount = attachments.length;
      here.requests = [
        { id: deliveryId, state: 'saved', ...{ accountId, reference, subject, writtenAt, attachmentCount } },
        ...here.requests,
      ];
      return { ok: true, value: { deliveryId, state: 'saved', reference } };
    },

    async reply(visit, { requestId, text, attachments }) {
      const accountId = stayOf(visit).accountOf.get(requestId);
      if (accountId === undefined) return failure('INPUT_INVALID');
      const cited = await documents.depositAside(visit, attachments, { accountId, kind: 'requestProof' });
      if (!cited.ok) return cited;
      const { tenantId, depositToken } = visit;
      const writtenAt = now().toISOString();
      const saved = outbox.enqueue({
        kind: 'request-message',
        ...{ tenantId, depositToken },
        needs: cited.value,
        payload: { requestId, text, attachments: cited.value, writtenAt },
      });
      if (!saved.ok) return saved;
      for (const bundleId of attachments) documents.dropAside(visit, bundleId);
      const attachmentCount = attachments.length;
      return noted(visit, saved.value.deliveryId, {
        ...{ requestId, text, writtenAt, attachmentCount },
        isSettled: null,
      });
    },

    settle(visit, verdict) {
      const { requestId, isSettled } = verdict;
      if (!stayOf(visit).accountOf.has(requestId)) return failure('INPUT_INVALID');
      const text = verdict.isSettled ? null : verdict.text;
      const { tenantId, depositToken } = visit;
      const writtenAt = now().toISOString();
      const saved = outbox.enqueue({
        kind: 'request-settlement',
        ...{ tenantId, depositToken },
        payload: { requestId, isSettled, text, writtenAt },
      });
      if (!saved.ok) return saved;
      return noted(visit, saved.value.deliveryId, {
        ...{ requestId, text, writtenAt, isSettled },
        attachmentCount: 0,
      });
    },

    print: (visit, tenant, requestId, locale) =>
      parts.print(visit, tenant, () => read(visit, requestId), locale),

    delivered({ deliveryId, state }) {
      for (const each of [...(stay?.requests ?? []), ...(stay?.words ?? [])]) {
        if (each.id === deliveryId) each.state = state;
      }
    },

    forget() {
      stay = null;
    },
  };

  async function read(visit: Visit, requestId: string): Promise<Result<Request>> {
    const here = stayOf(visit);
    const own = here.requests.find(({ id }) => id === requestId);
    // The landlord does not know it yet.
    if (own && own.state !== 'transmitted') return { ok: true, value: requestOf(own) };
    const answer = await visit.connection.requests.read(requestId);
    if (!answer.ok) return own ? { ok: true, value: requestOf(own) } : answer;
    here.accountOf.set(requestId, answer.value.accountId);
    const words = here.words.filter((word) => word.requestId === requestId);
    return { ok: true, value: shownRequest(answer.value, words) };
  }

  function stayOf(visit: Visit): Stay {
    if (stay?.visit !== visit) stay = { visit, requests: [], words: [], accountOf: new Map() };
    return stay;
  }

  function noted(visit: Visit, id: string, word: Omit<OwnWord, 'id' | 'state'>): Result<Delivery> {
    const here = stayOf(visit);
    here.words = [...here.words, { id, state: 'saved', ...word }];
    return { ok: true, value: { deliveryId: id, state: 'saved' } };
  }
}

function failure(code: ErrorCode): { ok: false; error: Failure } {
  return { ok: false, error: { code } };
}
