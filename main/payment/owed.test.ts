import { expect, test } from 'vitest';
import { createOwedReader } from './owed.ts';
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

  expect(owed).toEqual({ ok: true, value: { accountId, owedCents: 50_00 - amountCents } });
});
