import { expect, test, vi } from 'vitest';
import type { Result } from '../../preload/contract.ts';
import type { Visit } from '../session/visit.ts';
import type { UnsettledWish } from '../sync/outbox.ts';
import type { ApiFollowUp } from '../tenant-api/tenant-api.ts';
import { sampleAccount } from '../tenant-api/testing/sample-account.ts';
import { createFollowUps } from './follow-ups.ts';

const paid: ApiFollowUp = {
  id: 'done-1',
  kind: 'payment',
  doneAt: '2018-07-10T11:00:00+02:00',
  state: 'done',
  reference: null,
  amountCents: 4_386,
};
const waiting: UnsettledWish = {
  deliveryId: '01900000-0000-7000-8000-00007f3a21c9',
  kind: 'request',
  state: 'pending',
  savedAt: Date.parse('2018-07-11T09:00:00Z'),
};
const AWAY = { ok: false as const, error: { code: 'API_UNREACHABLE' as const } };

test('what waits here stands before what the landlord knows of', async () => {
  const { list, unsettledOf } = arrange({ wishes: [waiting] });

  expect(await list(null)).toEqual({
    ok: true,
    value: {
      followUps: [
        {
          id: waiting.deliveryId,
          kind: 'request',
          doneAt: '2018-07-11T09:00:00.000Z',
          state: 'saved',
          reference: '7F3A-21C9',
          amountCents: null,
        },
        { ...paid, doneAt: '2018-07-10T09:00:00.000Z' },
      ],
      nextCursor: null,
      unread: null,
    },
  });
  expect(unsettledOf).toHaveBeenCalledWith({ tenantId: 'tenant-1', accountIds: ['account-1'] });
});

test('what the landlord has taken without our having heard it is told once', async () => {
  const { list } = arrange({ wishes: [{ ...waiting, deliveryId: paid.id }] });

  expect(await list(null)).toMatchObject({ value: { followUps: [{ id: 'done-1', state: 'done' }] } });
});

test('what waits here is shown while the landlord is away, and nothing else is pretended', async () => {
  const refused: UnsettledWish = { ...waiting, kind: 'direct-debit-form-delivery', state: 'refused' };

  const shown = await arrange({ wishes: [refused], answer: AWAY }).list(null);
  const nothing = await arrange({ wishes: [], answer: AWAY }).list(null);

  expect(shown).toMatchObject({
    value: { followUps: [{ kind: 'other', state: 'refused', reference: null }], unread: AWAY.error },
  });
  expect(nothing).toEqual(AWAY);
});

test('further pages are the landlord’s alone', async () => {
  const { list, unsettledOf } = arrange({ wishes: [waiting] });

  expect(await list('p2')).toMatchObject({ value: { followUps: [{ id: 'done-1' }] } });
  expect(unsettledOf).not.toHaveBeenCalled();
});

function arrange({
  wishes,
  answer = { ok: true, value: { items: [paid], nextCursor: null } },
}: {
  wishes: UnsettledWish[];
  answer?: Result<{ items: ApiFollowUp[]; nextCursor: string | null }>;
}) {
  const unsettledOf = vi.fn(() => ({ ok: true as const, value: wishes }));
  const connection = {
    accountsAsListed: () => [{ ...sampleAccount, id: 'account-1' }],
    requests: { listFollowUps: async () => answer },
  } as unknown as Visit['connection'];
  const visit: Visit = { tenantId: 'tenant-1', depositToken: 'token', connection };
  const followUps = createFollowUps({ outbox: { unsettledOf } });
  return { unsettledOf, list: (cursor: string | null) => followUps.list(visit, { cursor }) };
}
