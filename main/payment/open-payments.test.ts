import { expect, test, vi } from 'vitest';
import type { KioskConfig } from '../config/config-schema.ts';
import { lastResortConfig } from '../config/last-resort-config.ts';
import { silentLog } from '../log/log.ts';
import { createMemoryKeyring } from '../secrets/memory-keyring.ts';
import { createSealing } from '../secrets/sealing.ts';
import { openPayments } from './open-payments.ts';
import { APPROVED, attemptNumber, journalScene } from './testing/journal-scene.ts';

const { attemptId } = attemptNumber(1);

test('a payment is settled once the landlord has acknowledged it, and stays beside the ledger until it is in it', () => {
  const scene = arrange();
  scene.money.followReport({ deliveryId: attemptId, state: 'saved' });
  const before = scene.stateOf(attemptId);

  scene.money.followReport({ deliveryId: attemptId, state: 'transmitted' });

  expect(before).toBe('APPROVED');
  expect(scene.stateOf(attemptId)).toBe('SETTLED');
  expect(scene.money.ownPayments('account-004473')).toMatchObject({
    value: [{ paymentId: attemptId, amountCents: 27_74, acknowledgedAt: expect.any(Number) }],
  });
});

test('a payment that the landlord refuses is not settled', () => {
  const scene = arrange();

  scene.money.followReport({ deliveryId: attemptId, state: 'refused' });

  expect(scene.stateOf(attemptId)).toBe('APPROVED');
});

test('news of what is no payment changes none', () => {
  const scene = arrange();

  scene.money.followReport({ deliveryId: attemptNumber(7).attemptId, state: 'transmitted' });

  expect(scene.stateOf(attemptId)).toBe('APPROVED');
});

test('what staff handed in by hand is not shown beside the ledger: nobody could tell when it is in it', () => {
  const scene = arrange();

  scene.journal.record(attemptId, { type: 'acknowledged', by: 'hand' });

  expect(scene.money.ownPayments('account-004473')).toEqual({ ok: true, value: [] });
});

test('a kiosk without a terminal offers nothing and opens nothing', async () => {
  const scene = arrange();

  const offer = await scene.money.payments.offer({ kind: 'rentNotice', reference: '00447320180736' }, null);

  expect(offer).toMatchObject({ value: { obstacle: 'noTerminal' } });
  await scene.money.close();
});

test.each([
  ['the one that was asked for the money can be asked what became of it', 'V400m-1', true],
  ['another one in its place cannot: it knows nothing of it', 'V400m-2', false],
])('a terminal was there before: %s', async (_, poiId, canAsk) => {
  const nexo = {
    driver: 'nexo',
    host: '127.0.0.1',
    saleId: 'kiosk-1',
    certificateFile: '/nowhere.pem',
  } as const;
  const scene = arrange({ ...nexo, poiId, port: 8443, silenceSeconds: 120, answerTimeoutSeconds: 300 });
  const cutOff = attemptNumber(2, { terminal: 'nexo V400m-1' });
  scene.journal.begin(cutOff);
  scene.journal.record(cutOff.attemptId, { type: 'sent' });
  scene.journal.record(cutOff.attemptId, { type: 'unknown', reason: 'PROGRAM_ENDED' });

  expect(await scene.money.unknownOutcomes.list()).toMatchObject({
    value: [{ cause: 'PROGRAM_ENDED', canAsk }],
  });
  await scene.money.close();
});

function arrange(paymentTerminal: KioskConfig['paymentTerminal'] = lastResortConfig.paymentTerminal) {
  const scene = journalScene();
  scene.journal.begin(attemptNumber(1));
  scene.journal.record(attemptId, { type: 'sent' });
  scene.journal.record(attemptId, APPROVED);
  const money = openPayments({
    config: { ...lastResortConfig, paymentTerminal },
    store: scene.store,
    outbox: scene.outbox,
    sealing: createSealing(Buffer.alloc(32, 1)),
    keyring: createMemoryKeyring(),
    charges: { createCardCharge: vi.fn(), readCardCharge: vi.fn() },
    readNotice: async () => ({ ok: true, value: { accountId: 'account-other', dueCents: 50_00 } }),
    printJobs: { start: vi.fn() },
    onChange: vi.fn(),
    log: silentLog,
  });
  return { ...scene, money };
}
