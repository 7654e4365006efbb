/** What a person wrote here in this session, laid over what the central API says until it says it too. */
import type { Delivery } from '../../preload/contract.ts';
import type { Request, RequestHead, RequestMessage, RequestSubject } from '../../preload/request-contract.ts';
import type { ApiRequest, ApiRequestHead } from '../tenant-api/tenant-api.ts';

export interface OwnRequest {
  id: string;
  accountId: string;
  /** The kiosk's, until the landlord's is known. */
  reference: string;
  subject: RequestSubject;
  writtenAt: string;
  attachmentCount: number;
  state: Delivery['state'];
}

/** Added to a request, or said of its answer. */
export interface OwnWord {
  id: string;
  requestId: string;
  /** Null where nothing was written. */
  text: string | null;
  /** Null for what says nothing of it. */
  isSettled: boolean | null;
  writtenAt: string;
  attachmentCount: number;
  state: Delivery['state'];
}

export function headOf({ id, reference, subject, writtenAt, state }: OwnRequest): RequestHead {
  const { nature, topic, place } = subject;
  return {
    ...{ id, reference, nature, topic, place },
    registeredAt: writtenAt,
    // Acknowledged, and not in the landlord's list yet.
    status: state === 'transmitted' ? 'registered' : state === 'saved' ? 'waiting' : 'refused',
    followUp: null,
  };
}

export function requestOf(own: OwnRequest): Request {
  const { accountId, subject, attachmentCount } = own;
  return {
    ...headOf(own),
    accountId,
    text: subject.text,
    isAnonymous: subject.isAnonymous,
    attachmentCount,
    messages: [],
    // The landlord has to know it first.
    isOpen: false,
  };
}

/** As the landlord tells it. */
export function shownHead(said: ApiRequestHead): RequestHead {
  const { id, reference, nature, topic, place, status, followUp } = said;
  return {
    ...{ id, reference, nature, topic, place, status, followUp },
    registeredAt: instantOf(said.registeredAt),
  };
}

/** `words`: the oldest first. */
export function shownRequest(said: ApiRequest, words: readonly OwnWord[]): Request {
  const { accountId, text, isAnonymous, attachmentCount, status } = said;
  const told: RequestMessage[] = said.messages.map((message) => ({
    ...message,
    writtenAt: instantOf(message.writtenAt),
    state: 'transmitted',
  }));
  const known = new Set(told.map(({ id }) => id));
  const own = words.flatMap(({ id, text: written, writtenAt, attachmentCount: count, state }) =>
    written === null || known.has(id)
      ? []
      : [
          {
            id,
            from: 'tenant' as const,
            author: null,
            writtenAt,
            text: written,
            attachmentCount: count,
            state,
          },
        ],
  );
  // What waits here has not changed anything at the landlord's.
  const verdict = words.findLast(({ isSettled, state }) => isSettled !== null && state === 'saved');
  const statusHere = verdict ? (verdict.isSettled ? 'settled' : 'inProgress') : status;
  return {
    ...shownHead({ ...said, status: statusHere }),
    ...{ accountId, text, isAnonymous, attachmentCount },
    messages: [...told, ...own],
    isOpen: status !== 'closed',
  };
}

function instantOf(said: string): string {
  return new Date(said).toISOString();
}
