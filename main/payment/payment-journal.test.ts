import { describe, expect, test } from 'vitest';
import type { DepositOutcome } from '../tenant-api/tenant-api.ts';
import { NO_FACTS } from './terminal/payment-terminal.ts';
import { APPROVED, attemptNumber, type JournalScene, journalScene, NOW } from './testing/journal-scene.ts';

const delivered = async (): Promise<DepositOutcome> => ({ outcome: 'delivered' });
const refused = async (): Promise<DepositOutcome> => ({
  outcome: 'refused',
  problemCode: 'account.unknown',
});
const unavailable = { ok: false, error: { code: 'STORE_UNAVAILABLE' } } as const;
const notPossible = { ok: false, error: { code: 'PAYMENT_NOT_POSSIBLE' } } as const;
const first = attemptNumber(1);

describe('an approved payment', () => {
  test('reaches the central API under the attempt’s own id', async () => {
    const scene = journalScene({ answer: delivered });
    send(scene);

    scene.journal.record(first.attemptId, {
      ...APPROVED,
      facts: { ...NO_FACTS, authorisationNumber: '240891', schemeCode: '00B', readingMode: 'contactless' },
    });
    await scene.outbox.stop();

    expect(scene.reports).toEqual([
      {
        idempotencyKey: first.attemptId,
        body: {
          payable: { kind: 'account', accountId: 'account-004473' },
          amountCents: 27_74,
          currency: 'EUR',
          paidAt: new Date(NOW).toISOString(),
          isWhole: true,
          terminal: {
            authorisationNumber: '240891',
            contract: null,
            readingMode: 'contactless',
            schemeCode: '00B',
            cardApplication: null,
            settledByStaff: false,
          },
        },
      },
    ]);
  });

  test('is in the journal and in the outbox, or in neither', () => {
    const scene = journalScene({
      store: (store) => ({ ...store, outbox: { ...store.outbox, add: () => unavailable } }),
    });
    send(scene);

    expect(scene.journal.record(first.attemptId, APPROVED)).toEqual(unavailable);

    expect(scene.stateOf(first.attemptId)).toBe('SENT');
    expect(scene.journal.reportOf(first.attemptId)).toEqual({ ok: true, value: null });
  });

  test('is reported though the terminal says more than the contract has room for', () => {
    const scene = journalScene();
    send(scene);

    const facts = { ...NO_FACTS, authorisationNumber: '7'.repeat(500) };
    expect(scene.journal.record(first.attemptId, { ...APPROVED, facts })).toEqual({
      ok: true,
      value: 'APPROVED',
    });
  });

  test('is not approved twice', () => {
    const scene = journalScene();
    send(scene);
    scene.journal.record(first.attemptId, APPROVED);

    expect(scene.journal.record(first.attemptId, APPROVED)).toEqual(notPossible);
  });
});

describe('the next start', () => {
  test('knows of an attempt that was sent only that it does not know', () => {
    const before = journalScene();
    send(before);
    before.journal.begin(attemptNumber(2, { accountId: 'account-other' }));

    const after = before.restart();
    after.journal.start();

    expect(after.stateOf(first.attemptId)).toBe('UNKNOWN');
    expect(after.stateOf(attemptNumber(2).attemptId)).toBe('NOT_PERFORMED');
    expect(after.journal.blocking('account-004473')).toMatchObject({
      value: { attemptId: first.attemptId, reason: 'PROGRAM_ENDED' },
    });
    expect(after.journal.blocking('account-other')).toEqual({ ok: true, value: null });
  });

  test('settles what the API took while the journal could not say so', async () => {
    const before = journalScene({ answer: delivered });
    send(before);
    before.journal.record(first.attemptId, APPROVED);
    await before.outbox.stop();

    const after = before.restart();
    after.journal.start();

    expect(after.stateOf(first.attemptId)).toBe('SETTLED');
  });

  test('leaves a payment that the API has refused where staff find it', async () => {
    const before = journalScene({ answer: refused });
    send(before);
    before.journal.record(first.attemptId, APPROVED);
    await before.outbox.stop();

    const after = before.restart();
    after.journal.start();

    expect(after.stateOf(first.attemptId)).toBe('APPROVED');
    expect(after.journal.reportOf(first.attemptId)).toEqual({ ok: true, value: 'refused' });
  });

  test('forgets what ended longer ago than a payment can be disputed', () => {
    const scene = journalScene();
    send(scene);
    scene.journal.record(first.attemptId, { type: 'notPerformed', reason: 'REFUSED' });
    scene.clock.now += 400 * 86_400_000;
    scene.journal.start();
    const kept = scene.stateOf(first.attemptId);

    scene.clock.now += 10 * 86_400_000;
    scene.journal.start();

    expect(kept).toBe('NOT_PERFORMED');
    expect(scene.stateOf(first.attemptId)).toBeNull();
  });
});

describe('on the disk', () => {
  test('nothing tells whose payment it is, nor what staff wrote', () => {
    const scene = journalScene();
    send(scene, attemptNumber(1, { payable: { kind: 'rentNotice', reference: '00447320180736' } }));
    scene.journal.record(first.attemptId, { type: 'unknown', reason: 'NO_ANSWER' });
    const by = { deed: 'SETTLED_AS_CHARGED', staffId: 'sandbox', reason: 'Mme Martin, ligne 12' } as const;
    scene.journal.record(first.attemptId, { ...APPROVED, settledByStaff: true }, by);

    expect(scene.bytesOnDisk()).not.toMatch(/account-004473|00447320180736|Martin/);
    expect(scene.journal.auditOf(first.attemptId)).toEqual({ ok: true, value: [{ ...by, at: NOW }] });
  });

  test('another account is not blocked, and cannot be told from the blocked one', () => {
    const scene = journalScene();
    send(scene);

    expect(scene.journal.blocking('account-004473')).toMatchObject({ value: { state: 'SENT' } });
    expect(scene.journal.blocking('account-004474')).toEqual({ ok: true, value: null });
  });
});

function send(scene: JournalScene, attempt = first): void {
  expect(scene.journal.begin(attempt)).toEqual({ ok: true, value: undefined });
  expect(scene.journal.record(attempt.attemptId, { type: 'sent' })).toEqual({ ok: true, value: 'SENT' });
}
