import { describe, expect, test } from 'vitest';
import { createOwedReader, type NoticeToPay } from './owed.ts';
import { APPROVED, attemptNumber, journalScene, NOW } from './testing/journal-scene.ts';

const { attemptId, accountId, amountCents } = attemptNumber(1);

test.each<[string, { isKnownBefore: boolean }]>([
  ['was found out while the landlord was asked', { isKnownBefore: false }],
  ['was known before, and acknowledged meanwhile', { isKnownBefore: true }],
])('a payment that %s is not asked for again through the rent notice', async (_, { isKnownBefore }) => {
  const { journal } = journalScene();
  const findOut = () => journal.record(attemptId, APPROVED);
  journal.begin(attemptNumber(1));
  journal.record(attemptId, { type: 'sent' });
  journal.record(attemptId, { type: 'unknown', reason: 'NO_ANSWER' });
  if (isKnownBefore) findOut();
  const readOwed = createOwedReader({
    journal,
    now: () => NOW,
    async readNotice() {
      if (isKnownBefore) journal.record(attemptId, { type: 'acknowledged', by: 'api' });
      else findOut();
      return { ok: true, value: { accountId, dueCents: 50_00 } };
    },
  });

  const owed = await readOwed({ kind: 'rentNotice', reference: '00447320180736' }, null);

  expect(owed).toMatchObject({ ok: true, value: { accountId, owedCents: 50_00 - amountCents } });
});

describe('a notice whose account nobody could say when it was paid', () => {
  const reference = '00447320180736';
  const unnamed = { accountId: null, dueCents: 50_00 };
  const named = { accountId, dueCents: 50_00 };

  test.each([
    ['the line is still cut', unnamed, false],
    ['the line is back, and the landlord has not heard of it', named, true],
  ])('is not asked for again while %s', async (_, notice, isCurrent) => {
    const { journal } = journalScene();
    const read = (answer: NoticeToPay) =>
      createOwedReader({ journal, now: () => NOW, readNotice: async () => ({ ok: true, value: answer }) })(
        { kind: 'rentNotice', reference },
        null,
      );
    const before = await read(unnamed);
    if (!before.ok) throw new Error(before.error.code);
    journal.begin({ ...attemptNumber(1), accountId: before.value.accountId });
    journal.record(attemptId, { type: 'sent' });
    journal.record(attemptId, APPROVED);

    const owed = await read(notice);

    expect(owed).toMatchObject({ ok: true, value: { owedCents: 50_00 - amountCents, isCurrent } });
  });
});
