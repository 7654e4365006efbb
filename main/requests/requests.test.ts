import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Result } from '../../preload/contract.ts';
import type { RequestSubject } from '../../preload/request-contract.ts';
import type { Visit } from '../session/visit.ts';
import type { Wish } from '../sync/outbox.ts';
import type { ApiRequest, ApiRequestHead } from '../tenant-api/tenant-api.ts';
import { createRequests, type NewRequest, type Requests } from './requests.ts';

const DELIVERY_IDS = ['01900000-0000-7000-8000-00007f3a21c9', '01900000-0000-7000-8000-000000000002'];
const head: ApiRequestHead = {
  id: 'request-1',
  reference: 'D-2018-0412',
  nature: 'dwelling',
  topic: 'water',
  place: 'bathroom',
  registeredAt: '2018-07-08T18:12:00+02:00',
  status: 'answered',
  followUp: null,
};
const told: ApiRequest = {
  ...head,
  accountId: 'account-1',
  text: 'Fuite',
  isAnonymous: false,
  attachmentCount: 0,
  messages: [],
};
const subject: RequestSubject = {
  nature: 'incivility',
  topic: 'noise',
  place: null,
  text: ' Bonjour \u0000🙂 ',
  isAnonymous: true,
};
const request: NewRequest = {
  accountId: 'account-1',
  subject,
  acknowledgement: 'sms',
  attachments: ['bundle-1'],
};
const visit = visitOf('tenant-1');

let listed: Result<{ items: ApiRequestHead[]; nextCursor: string | null }>;
let read: Result<ApiRequest>;
let saved: Result<void>;
let wishes: Wish[];
let requests: Requests;
const depositAside = vi.fn(async () => ({ ok: true as const, value: ['document-1'] }));
const dropAside = vi.fn();

beforeEach(() => {
  listed = { ok: true, value: { items: [head], nextCursor: null } };
  read = { ok: true, value: told };
  saved = { ok: true, value: undefined };
  wishes = [];
  depositAside.mockClear();
  dropAside.mockClear();
  requests = createRequests({
    outbox: {
      enqueue(wish) {
        if (!saved.ok) return saved;
        wishes.push(wish);
        return { ok: true, value: { deliveryId: DELIVERY_IDS[wishes.length - 1] ?? '' } };
      },
    },
    documents: { depositAside, dropAside },
    print: () => ({ ok: true, value: { jobId: 'job-1' } }),
    now: () => new Date('2018-07-11T09:00:00Z'),
  });
});

describe('a request that is written here', () => {
  test('goes on disk after what it cites, as it was written, and is known by a number at once', async () => {
    const answer = await requests.write(visit, request, 'fr');

    expect(answer).toEqual({
      ok: true,
      value: { deliveryId: DELIVERY_IDS[0], state: 'saved', reference: '7F3A-21C9' },
    });
    expect(depositAside).toHaveBeenCalledWith(visit, ['bundle-1'], {
      accountId: 'account-1',
      kind: 'requestProof',
    });
    expect(wishes).toEqual([
      {
        kind: 'request',
        tenantId: 'tenant-1',
        depositToken: 'token',
        needs: ['document-1'],
        payload: {
          accountId: 'account-1',
          subject,
          acknowledgement: 'sms',
          attachments: ['document-1'],
          writtenAt: '2018-07-11T09:00:00.000Z',
          locale: 'fr',
        },
      },
    ]);
    expect(dropAside).toHaveBeenCalledWith(visit, 'bundle-1');
  });

  test('keeps its documents for another try when it could not be saved', async () => {
    saved = { ok: false, error: { code: 'STORE_UNAVAILABLE' } };

    const answer = await requests.write(visit, request, 'fr');

    expect(answer).toEqual(saved);
    expect(dropAside).not.toHaveBeenCalled();
  });

  test('stands first in the list until the landlord tells of it, and then once', async () => {
    await requests.write(visit, request, 'fr');
    const before = await list();
    requests.delivered({ deliveryId: DELIVERY_IDS[0] ?? '', state: 'transmitted' });
    const between = await list();
    listed = { ok: true, value: { items: [{ ...head, id: DELIVERY_IDS[0] ?? '' }], nextCursor: null } };
    const after = await list();

    expect(before).toMatchObject({
      requests: [
        { status: 'waiting', reference: '7F3A-21C9' },
        { id: 'request-1', registeredAt: '2018-07-08T16:12:00.000Z' },
      ],
    });
    expect(between.requests[0]).toMatchObject({ status: 'registered' });
    expect(after.requests.map(({ reference }) => reference)).toEqual(['D-2018-0412']);
  });

  test('is shown and read while the landlord is away, who is said to be', async () => {
    await requests.write(visit, request, 'fr');
    listed = { ok: false, error: { code: 'API_UNREACHABLE' } };
    read = { ok: false, error: { code: 'API_UNREACHABLE' } };

    expect(await list()).toMatchObject({
      requests: [{ status: 'waiting' }],
      unread: { code: 'API_UNREACHABLE' },
    });
    expect(await requests.read(visit, DELIVERY_IDS[0] ?? '')).toMatchObject({
      ok: true,
      value: { text: subject.text, isOpen: false, attachmentCount: 1 },
    });
  });

  test('is not shown under another lease, nor to whoever comes next', async () => {
    await requests.write(visit, request, 'fr');
    listed = { ok: true, value: { items: [], nextCursor: null } };

    const elsewhere = await requests.list(visit, { accountId: 'account-2', cursor: null });
    const next = await requests.list(visitOf('tenant-2'), { accountId: 'account-1', cursor: null });

    expect([elsewhere, next]).toEqual(
      Array(2).fill({ ok: true, value: { requests: [], nextCursor: null, unread: null } }),
    );
  });
});

describe('what is added to a request', () => {
  test('stands in its thread until the landlord tells of it, and then once', async () => {
    await requests.read(visit, 'request-1');
    await requests.reply(visit, { requestId: 'request-1', text: 'Encore', attachments: [] });
    const before = await requests.read(visit, 'request-1');
    const message = { id: DELIVERY_IDS[0] ?? '', text: 'Encore', author: null, attachmentCount: 0 };
    const messages = [{ ...message, from: 'tenant' as const, writtenAt: '2018-07-11T09:00:00Z' }];
    read = { ok: true, value: { ...told, messages } };
    const after = await requests.read(visit, 'request-1');

    expect(before).toMatchObject({ value: { messages: [{ text: 'Encore', state: 'saved' }] } });
    expect(after).toMatchObject({ value: { messages: [{ text: 'Encore', state: 'transmitted' }] } });
  });

  test('a settlement is shown at once, and the landlord’s word counts again when it was heard', async () => {
    await requests.read(visit, 'request-1');
    requests.settle(visit, { requestId: 'request-1', isSettled: true });
    const before = await requests.read(visit, 'request-1');
    requests.delivered({ deliveryId: DELIVERY_IDS[0] ?? '', state: 'transmitted' });
    const after = await requests.read(visit, 'request-1');

    expect(before).toMatchObject({ value: { status: 'settled', messages: [] } });
    expect(after).toMatchObject({ value: { status: 'answered' } });
    expect(wishes).toMatchObject([{ kind: 'request-settlement', payload: { isSettled: true, text: null } }]);
  });

  test('not settled, what is still wrong stands in the thread', async () => {
    await requests.read(visit, 'request-1');
    requests.settle(visit, { requestId: 'request-1', isSettled: false, text: 'Ça goutte' });

    expect(await requests.read(visit, 'request-1')).toMatchObject({
      value: { status: 'inProgress', messages: [{ text: 'Ça goutte', state: 'saved' }] },
    });
  });

  test('nobody adds to what they have not read here', async () => {
    const refused = { ok: false, error: { code: 'INPUT_INVALID' } };

    const word = { requestId: 'request-1', text: 'x', attachments: [] };
    expect(await requests.reply(visit, word)).toEqual(refused);
    expect(requests.settle(visit, { requestId: 'request-1', isSettled: true })).toEqual(refused);
  });
});

async function list() {
  const answer = await requests.list(visit, { accountId: 'account-1', cursor: null });
  if (!answer.ok) throw new TypeError(answer.error.code);
  return answer.value;
}

function visitOf(tenantId: string): Visit {
  const connection = {
    requests: { list: async () => listed, read: async () => read, listFollowUps: vi.fn() },
  };
  return { tenantId, depositToken: 'token', connection: connection as unknown as Visit['connection'] };
}
