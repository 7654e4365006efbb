import { expect, test, vi } from 'vitest';
import { silentLog } from '../log/log.ts';
import type { DepositOutcome } from '../tenant-api/tenant-api.ts';
import type { PaymentTerminal, Recovery } from './terminal/payment-terminal.ts';
import { APPROVED, attemptNumber, journalScene } from './testing/journal-scene.ts';
import { pretendTerminal, TAKEN } from './testing/pretend-terminal.ts';
import { createUnknownOutcomes } from './unknown-outcomes.ts';

const { attemptId } = attemptNumber(1);
const STAFF = { staffId: 'sandbox-technician', reason: 'Ligne 12 du journal du terminal' };
const notPossible = { ok: false, error: { code: 'PAYMENT_NOT_POSSIBLE' } } as const;
const nothing = { outcome: 'UNKNOWN', reason: 'STILL_IN_PROGRESS' } as const;

test('a terminal that can be asked is asked again and again, more and more seldom, until it knows', async () => {
  const scene = arrange({ can: { recover: true } });
  scene.terminal.recovery = nothing;
  scene.outcomes.look();

  for (const _ of [1, 2, 3]) await scene.nextLook();
  scene.terminal.recovery = TAKEN as Recovery;
  await scene.nextLook();

  expect(scene.terminal.asked).toHaveLength(4);
  expect(scene.waits).toEqual([5, 10, 20, 40]);
  expect(scene.stateOf(attemptId)).toBe('APPROVED');
  expect(scene.onSettled).toHaveBeenCalledExactlyOnceWith(attemptId, TAKEN);
});

test.each<[string, { can?: Partial<PaymentTerminal['can']>; terminal?: string; reason?: string }]>([
  ['cannot be asked', { can: { recover: false } }],
  ['is another one than it was', { can: { recover: true }, terminal: 'nexo' }],
  ['has sent a card number', { can: { recover: true }, reason: 'CARD_NUMBER_IN_ANSWER' }],
])('a terminal that %s is not asked: staff see to it', async (_, given) => {
  const scene = arrange(given);
  scene.outcomes.look();

  await scene.nextLook();

  expect(scene.terminal.asked).toEqual([]);
  expect(scene.waits).toEqual([5]);
  expect(await scene.outcomes.list()).toMatchObject({
    value: [{ paymentId: attemptId, reference: '0000-0001', amountCents: 27_74, canAsk: false }],
  });
  expect(await scene.outcomes.askTerminal(attemptId, STAFF.staffId)).toEqual({
    ok: true,
    value: { isSettled: false },
  });
});

test('a terminal at which somebody pays is left alone', async () => {
  const scene = arrange({ can: { recover: true }, isPaying: true });
  scene.outcomes.look();

  await scene.nextLook();

  expect(scene.terminal.asked).toEqual([]);
  expect(scene.waits).toEqual([5, 10]);
});

test('staff settle what they found in the terminal’s journal, and why is kept', async () => {
  const scene = arrange({});

  expect(scene.outcomes.settle(attemptId, { charged: true, ...STAFF })).toEqual({
    ok: true,
    value: undefined,
  });

  expect(scene.stateOf(attemptId)).toBe('APPROVED');
  await vi.waitFor(() => expect(scene.reports).toHaveLength(1));
  expect(scene.reports[0]?.body.terminal).toMatchObject({ settledByStaff: true, authorisationNumber: null });
  expect(scene.journal.auditOf(attemptId)).toMatchObject({
    value: [{ deed: 'SETTLED_AS_CHARGED', ...STAFF }],
  });
  expect(await scene.outcomes.list()).toEqual({ ok: true, value: [] });
  expect(scene.outcomes.settle(attemptId, { charged: false, ...STAFF })).toEqual(notPossible);
});

test('a card that was not charged frees its account', () => {
  const scene = arrange({});

  scene.outcomes.settle(attemptId, { charged: false, ...STAFF });

  expect(scene.stateOf(attemptId)).toBe('NOT_PERFORMED');
  expect(scene.journal.blocking('account-004473')).toEqual({ ok: true, value: null });
  expect(scene.reports).toEqual([]);
});

test('the terminal’s own word comes before that of staff', async () => {
  const scene = arrange({ can: { recover: true } });
  scene.terminal.recovery = TAKEN as Recovery;

  const asked = scene.outcomes.askTerminal(attemptId, STAFF.staffId);
  const settled = scene.outcomes.settle(attemptId, { charged: false, ...STAFF });

  expect(settled).toEqual(notPossible);
  expect(await asked).toEqual({ ok: true, value: { isSettled: true } });
  expect(scene.stateOf(attemptId)).toBe('APPROVED');
  expect(scene.journal.auditOf(attemptId)).toMatchObject({ value: [{ deed: 'ASKED_TERMINAL' }] });
});

test('a payment that the landlord refuses waits for staff, who cannot undo it', async () => {
  const scene = arrange({
    answer: async () => ({ outcome: 'refused', problemCode: 'account.unknown' }),
  });
  scene.journal.record(attemptId, APPROVED);
  await scene.outbox.stop();

  expect(await scene.outcomes.list()).toMatchObject({
    value: [{ paymentId: attemptId, cause: 'REPORT_REFUSED', canAsk: false }],
  });
  expect(scene.outcomes.settle(attemptId, { charged: false, ...STAFF })).toEqual(notPossible);
  expect(scene.outcomes.settle(attemptId, { charged: true, ...STAFF }).ok).toBe(true);
  expect(scene.stateOf(attemptId)).toBe('SETTLED');
  expect(await scene.outcomes.list()).toEqual({ ok: true, value: [] });
});

test('a cause that this version of the program does not know is told as a doubt', async () => {
  const scene = arrange({ reason: 'FROM_ANOTHER_VERSION' });

  expect(await scene.outcomes.list()).toMatchObject({ value: [{ cause: 'TERMINAL_UNSURE' }] });
});

test('what nobody waits for cannot be settled', () => {
  const scene = arrange({});
  const unheardOf = attemptNumber(9).attemptId;

  expect(scene.outcomes.settle(unheardOf, { charged: true, ...STAFF })).toEqual(notPossible);
});

function arrange(given: {
  can?: Partial<PaymentTerminal['can']>;
  terminal?: string;
  reason?: string;
  isPaying?: boolean;
  answer?: () => Promise<DepositOutcome>;
}) {
  const disk = journalScene(given.answer ? { answer: given.answer } : {});
  disk.journal.begin(attemptNumber(1, { terminal: given.terminal ?? 'caisse-ap' }));
  disk.journal.record(attemptId, { type: 'sent' });
  disk.journal.record(attemptId, { type: 'unknown', reason: given.reason ?? 'NO_ANSWER' });

  const terminal = pretendTerminal(given.can);
  const waits: number[] = [];
  const looks: (() => void)[] = [];
  const onSettled = vi.fn();
  const outcomes = createUnknownOutcomes({
    journal: disk.journal,
    terminal,
    isPaying: () => given.isPaying ?? false,
    onSettled,
    after(seconds, work) {
      waits.push(seconds);
      looks.push(work);
      return () => undefined;
    },
    log: silentLog,
  });
  return {
    ...disk,
    terminal,
    outcomes,
    onSettled,
    waits,
    async nextLook(): Promise<void> {
      looks.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
