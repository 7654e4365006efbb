import { expect, test } from 'vitest';
import type { Visit } from '../session/visit.ts';
import type { Payment as ApiPayment } from '../tenant-api/tenant-api.ts';
import { createPastPayments } from './past-payments.ts';
import { APPROVED, attemptNumber, journalScene } from './testing/journal-scene.ts';

const own = attemptNumber(1);
const planned: ApiPayment = payment('debit-08', {
  means: 'directDebit',
  state: 'planned',
  paidOn: '2018-08-05',
});
const cheque: ApiPayment = payment('entry-7', { means: 'cheque', paidOn: '2018-07-10' });

test('what was paid here stands after what is planned and before all else, until the landlord tells of it', async () => {
  const scene = arrange({ items: [planned, cheque] });

  const list = await scene.list();

  expect(list).toMatchObject({
    ok: true,
    value: {
      payments: [
        { id: 'debit-08', state: 'planned' },
        {
          id: own.attemptId,
          state: 'recording',
          means: 'cardAtKiosk',
          hasReceipt: true,
          paidOn: '2018-07-11',
        },
        { id: 'entry-7', state: 'booked', hasReceipt: false },
      ],
    },
  });
});

test('what the landlord tells of is told once', async () => {
  const receipt = { reference: '0000-0001', paidAt: '2018-07-11T09:00:00Z', isWhole: true };
  const told = payment(own.attemptId.toUpperCase(), { state: 'received', receipt });
  const scene = arrange({ items: [told, cheque] });

  const list = await scene.list();

  expect(list.ok && list.value.payments.map(({ id, state }) => [id.toLowerCase(), state])).toEqual([
    [own.attemptId, 'recording'],
    ['entry-7', 'booked'],
  ]);
});

test('a payment that the landlord acknowledges while it answers is not lost between the two', async () => {
  const scene = arrange({
    items: [cheque],
    whileAsked: (journal) => journal.record(own.attemptId, { type: 'acknowledged', by: 'api' }),
  });

  const list = await scene.list();

  expect(list.ok && list.value.payments.map(({ id }) => id)).toEqual([own.attemptId, 'entry-7']);
});

test('a later page begins where the one before ended', async () => {
  const scene = arrange({ items: [cheque] });

  const list = await scene.list('next');

  expect(list.ok && list.value.payments.map(({ id }) => id)).toEqual(['entry-7']);
});

test('a receipt can be had of what was listed to this person, and of nothing else', async () => {
  const scene = arrange({ items: [cheque] });
  const before = scene.past.listed(own.attemptId);
  await scene.list();

  const listed = scene.past.listed(own.attemptId);
  scene.past.forgetPerson();

  expect(before).toBeNull();
  expect(listed).toMatchObject({ amountCents: 27_74, receipt: { reference: '0000-0001', isWhole: true } });
  expect(scene.past.listed('entry-7')).toBeNull();
  expect(scene.past.listed(own.attemptId)).toBeNull();
});

function arrange(given: {
  items: ApiPayment[];
  whileAsked?: (journal: ReturnType<typeof journalScene>['journal']) => void;
}) {
  const { journal } = journalScene();
  journal.begin(own);
  journal.record(own.attemptId, { type: 'sent' });
  journal.record(own.attemptId, APPROVED);
  const past = createPastPayments({ journal });
  const visit = {
    connection: {
      async listPayments() {
        given.whileAsked?.(journal);
        return { ok: true, value: { items: given.items, nextCursor: null } };
      },
    },
  } as unknown as Visit;
  return {
    past,
    list: (cursor: string | null = null) => past.list(visit, { accountId: 'account-004473', cursor }),
  };
}

function payment(id: string, changes: Partial<ApiPayment>): ApiPayment {
  return {
    id,
    paidOn: '2018-07-11',
    means: 'cardAtKiosk',
    amountCents: 27_74,
    state: 'booked',
    receipt: null,
    ...changes,
  };
}
