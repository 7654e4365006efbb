import { expect, test } from 'vitest';
import type { Wish } from '../sync/outbox.ts';
import { createUnsignedRequests } from './unsigned-requests.ts';

const request = {
  from: { name: 'Jeanne Martin', tenantNumber: null, phone: '06 12 34 56 78', email: null },
  subject: {
    nature: 'onlineAccount' as const,
    topic: null,
    place: null,
    text: 'Je n’arrive pas à me connecter.',
    isAnonymous: false,
  },
};
const ID = '01900000-0000-7000-8000-00007f3a21c9';

test('whoever cannot sign in is heard all the same, and waits for nobody', () => {
  const { requests, wishes } = arrange();

  const answer = requests.write(request, 'fr');

  expect(answer).toEqual({ ok: true, value: { deliveryId: ID, state: 'saved', reference: '7F3A-21C9' } });
  expect(wishes).toEqual([
    {
      kind: 'unsigned-request',
      deliveryId: ID,
      isOnItsOwn: true,
      payload: { ...request, writtenAt: '2018-07-11T09:00:00.000Z', locale: 'fr' },
    },
  ]);
});

test('what becomes of it is told to whoever wrote it, until they leave', () => {
  const { requests } = arrange();
  requests.write(request, 'fr');
  const before = requests.isOwn(ID);
  requests.forget();

  expect([before, requests.isOwn(ID), requests.isOwn('another')]).toEqual([true, false, false]);
});

test('nobody floods the landlord in one session', () => {
  const { requests, wishes } = arrange();
  for (let count = 0; count < 3; count++) requests.write(request, 'fr');

  const fourth = requests.write(request, 'fr');
  requests.forget();
  const ofAnother = requests.write(request, 'fr');

  expect(fourth).toEqual({ ok: false, error: { code: 'NOT_ALLOWED_NOW' } });
  expect(ofAnother.ok).toBe(true);
  expect(wishes).toHaveLength(4);
});

function arrange() {
  const wishes: Wish[] = [];
  const ids = [ID, `${ID}-2`, `${ID}-3`, `${ID}-4`];
  const requests = createUnsignedRequests({
    outbox: {
      enqueue(wish) {
        wishes.push(wish);
        return { ok: true, value: { deliveryId: 'deliveryId' in wish ? wish.deliveryId : '' } };
      },
    },
    now: () => new Date('2018-07-11T09:00:00Z'),
    newId: () => ids.shift() ?? '',
  });
  return { requests, wishes };
}
