/** What tenants asked for, and what they did lately, as far as it is read. */
import type { Result } from '../../preload/contract.ts';
import type { Log } from '../log/log.ts';
import type { Answer } from './answer.ts';
import { expectedAnswers } from './expected-answers.ts';
import type { FollowUp, Request, RequestHead } from './generated/model/index.ts';
import { listFollowUps, listRequests, readRequest } from './generated/operations.ts';
import { createHeldLists, type ListBreach } from './held-lists.ts';
import type { Sent } from './kiosk-requests.ts';

/**
 * Lists are the newest first. `cursor` null: as far as they were read in this session, and at least the first page.
 * API_BROKEN_ANSWER when something is told twice on a page.
 */
export interface RequestReads {
  list(asked: { accountId: string; cursor: string | null }): Promise<Result<Listed<RequestHead>>>;
  read(requestId: string): Promise<Result<Request>>;
  listFollowUps(asked: { cursor: string | null }): Promise<Result<Listed<FollowUp>>>;
}

export interface Listed<Item> {
  items: Item[];
  nextCursor: string | null;
}

const PAGE_LIMIT = 50;

/** A tenant has one list of what they did. */
const FOLLOW_UPS = 'follow-ups';

export function createRequestReads(from: {
  read: <Value>(operation: (sent: Sent) => Promise<Answer<Value>>) => Promise<Result<Value>>;
  log: Log;
}): { reads: RequestReads; forget(): void } {
  const { read, log } = from;
  const requests = createHeldLists<RequestHead>({
    ask: (accountId, place) =>
      read((sent) =>
        listRequests(
          accountId,
          { ...place, limit: PAGE_LIMIT },
          { ...sent, expected: expectedAnswers.listRequests },
        ),
      ),
    orderOf: ({ registeredAt }) => new Date(registeredAt).toISOString(),
    onBreach: (breach) => void broken('listRequests', breach),
  });
  const followUps = createHeldLists<FollowUp>({
    ask: (_, place) =>
      read((sent) =>
        listFollowUps({ ...place, limit: PAGE_LIMIT }, { ...sent, expected: expectedAnswers.listFollowUps }),
      ),
    orderOf: ({ doneAt }) => new Date(doneAt).toISOString(),
    onBreach: (breach) => void broken('listFollowUps', breach),
  });

  return {
    reads: {
      list: ({ accountId, cursor }) => requests.read(accountId, cursor),
      async read(requestId) {
        const answer = await read((sent) =>
          readRequest(requestId, { ...sent, expected: expectedAnswers.readRequest }),
        );
        return answer.ok && answer.value.id !== requestId ? broken('readRequest', 'another-request') : answer;
      },
      listFollowUps: ({ cursor }) => followUps.read(FOLLOW_UPS, cursor),
    },
    forget() {
      requests.forget();
      followUps.forget();
    },
  };

  function broken(
    operation: string,
    breach: ListBreach | 'another-request',
  ): { ok: false; error: { code: 'API_BROKEN_ANSWER' } } {
    log.warn('tenant-api.failed', { operation, code: 'API_BROKEN_ANSWER', breach });
    return { ok: false, error: { code: 'API_BROKEN_ANSWER' } };
  }
}
