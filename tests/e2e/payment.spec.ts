import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import type { ElectronApplication, Page } from 'playwright/test';
import { referenceOf } from '../../main/payment/payment-reference.ts';
import type { CallInput, CallOutput, Channel } from '../../preload/contract.ts';
import type { Payment } from '../../preload/payment-contract.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { startNexoTerminal } from '../sandbox/terminal/nexo/nexo.ts';
import { signIn } from './journey.ts';
import { attractScreen, configure, test as testOfItsOwn } from './kiosk.ts';
import { expect, test, words } from './shared-kiosk.ts';
import { enterAsStaff } from './staff.ts';

const ACCOUNT = 'account-004473';
const PAYABLE = { kind: 'account', accountId: ACCOUNT } as const;

test('what is paid is told to the landlord, and is beside the balance until the landlord has booked it', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox);
  expect(await call(page, 'payment.offer', { payable: PAYABLE })).toMatchObject({
    value: { owedCents: 27_74, range: { minimumCents: 1_00, maximumCents: 27_74 }, obstacle: null },
  });

  const paid = await pay(page, 20_00);
  expect(await sandbox.terminal.presentCard()).toBe(true);
  await expectState(page, 'approved');

  await expect.poll(() => sandbox.tenantApi.payments.received).toHaveLength(1);
  await expect
    .poll(() => sandbox.tenantApi.payments.received)
    .toMatchObject([{ id: paid, accountId: ACCOUNT, amountCents: 20_00, isWhole: false, isBooked: false }]);
  await expect
    .poll(() => sandbox.terminal.journal())
    .toMatchObject([{ amountCents: 20_00, outcome: 'approved' }]);
  expect(await accountOf(page)).toMatchObject({
    balanceCents: 27_74,
    beingRecorded: [{ paymentId: paid, amountCents: 20_00 }],
  });
  expect(await call(page, 'payment.offer', { payable: PAYABLE })).toMatchObject({
    value: { owedCents: 7_74 },
  });

  sandbox.tenantApi.payments.bookHeld();
  expect(await accountOf(page)).toMatchObject({ balanceCents: 7_74, beingRecorded: [] });
});

test('a card that is presented after its person was sent away is written down all the same', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox);
  await pay(page, 27_74);
  await expectState(page, 'waitingForCard');

  // Whoever wants to leave is held until it is known; staff who open their screen wipe whoever is there.
  await enterAsStaff(page);
  await sandbox.terminal.presentCard();

  await expect.poll(() => sandbox.tenantApi.payments.received).toMatchObject([{ amountCents: 27_74 }]);
  await page.getByRole('button', { name: words.technician.leave }).click();
  await signIn(page, sandbox);
  expect(await call(page, 'payment.read', undefined)).toBeNull();
  expect(await call(page, 'payment.offer', { payable: PAYABLE })).toMatchObject({
    value: { owedCents: 0, obstacle: 'nothingOwed' },
  });
});

testOfItsOwn(
  'after a kill in the middle of a payment nobody knows, nobody is charged, and staff settle it',
  async ({ sandbox, startKiosk }) => {
    const paymentId = await dieWhilePaying(startKiosk, sandbox);
    await sandbox.terminal.presentCard();

    const page = await attractScreen(await startKiosk());
    await signIn(page, sandbox);
    const reference = referenceOf(paymentId);
    expect(await call(page, 'payment.offer', { payable: PAYABLE })).toMatchObject({
      value: { range: null, obstacle: 'unknownOutcome', obstacleReference: reference },
    });
    expect(await call(page, 'payment.start', { payable: PAYABLE, amountCents: 5_00 })).toMatchObject({
      ok: false,
      error: { code: 'PAYMENT_NOT_POSSIBLE' },
    });

    await enterAsStaff(page);
    expect(await call(page, 'staff.listUnknownPayments', undefined)).toMatchObject({
      value: [{ paymentId, reference, amountCents: 27_74, cause: 'PROGRAM_ENDED', canAsk: false }],
    });
    const found = { paymentId, charged: true, reason: 'Ligne 1 du journal du terminal' };
    expect(await call(page, 'staff.settlePayment', found)).toMatchObject({ ok: true });
    await expect
      .poll(() => sandbox.tenantApi.payments.received)
      .toMatchObject([{ id: paymentId, amountCents: 27_74, settledByStaff: true }]);
    await expect
      .poll(() => sandbox.terminal.journal())
      .toMatchObject([{ amountCents: 27_74, outcome: 'approved' }]);
  },
);

testOfItsOwn(
  'staff have a terminal that remembers asked what became of a payment, and need not settle it',
  async ({ sandbox, startKiosk }, testInfo) => {
    const folder = testInfo.outputPath('terminal');
    await mkdir(folder, { recursive: true });
    const terminal = await startNexoTerminal({ folder });
    const { port, poiId, certificateFile } = terminal;
    const certificateName = `${poiId}.test.terminal.adyen.com`;
    const settings = { driver: 'nexo', port, poiId, saleId: 'kiosk-1', certificateFile, certificateName };
    configure(sandbox, { paymentTerminal: settings });
    try {
      await terminal.setCustomer({ kind: 'byHand', decisionAfterMs: 0 });
      const paymentId = await dieWhilePaying(startKiosk, sandbox);
      await expect.poll(() => terminal.presentCard()).toBe(true);
      await terminal.setReachable(false);

      const page = await attractScreen(await startKiosk());
      await enterAsStaff(page);
      await page.getByRole('button', { name: words.unknownPayments.open }).click();
      const card = page.getByRole('article', { name: referenceOf(paymentId) });
      await expect(card).toContainText('PROGRAM_ENDED');
      await card.getByRole('button', { name: words.unknownPayments.askTerminal }).click();
      await expect(card.getByRole('status')).toHaveText(words.unknownPayments.asking);
      // Until then, the kiosk asks in vain, again and again.
      await terminal.setReachable(true);

      await expect(page.getByText(words.unknownPayments.settledByTerminal)).toBeVisible({ timeout: 20_000 });
      await expect(page.getByText(words.unknownPayments.none)).toBeVisible();
      await expect
        .poll(() => sandbox.tenantApi.payments.received)
        .toMatchObject([{ id: paymentId, amountCents: 27_74, settledByStaff: false }]);
      expect(terminal.journal()).toMatchObject([{ amountCents: 27_74, outcome: 'approved' }]);
    } finally {
      await terminal.stop();
    }
  },
);

/** The program is killed while the terminal waits for the card; what was being paid is told. */
async function dieWhilePaying(start: () => Promise<ElectronApplication>, sandbox: Sandbox): Promise<string> {
  const kiosk = await start();
  const page = await attractScreen(kiosk);
  await signIn(page, sandbox);
  const paymentId = await pay(page, 27_74);
  await expectState(page, 'waitingForCard');
  const hasEnded = once(kiosk.process(), 'exit');
  kiosk.process().kill('SIGKILL');
  await hasEnded;
  return paymentId;
}

async function pay(page: Page, amountCents: number): Promise<string> {
  const started = await call(page, 'payment.start', { payable: PAYABLE, amountCents });
  if (!started.ok) throw new Error(started.error.code);
  return started.value.paymentId;
}

async function expectState(page: Page, state: Payment['state']['name']): Promise<void> {
  await expect
    .poll(async () => (await call(page, 'payment.read', undefined))?.state.name, { intervals: [50] })
    .toBe(state);
}

async function accountOf(page: Page) {
  const accounts = await call(page, 'account.list', undefined);
  return accounts.ok ? accounts.value.find(({ id }) => id === ACCOUNT) : accounts;
}

function call<C extends Channel>(page: Page, channel: C, input: CallInput<C>): Promise<CallOutput<C>> {
  return page.evaluate(
    ([name, given]) => window.kiosk.call(name as Channel, given as never) as Promise<never>,
    [channel, input] as const,
  );
}
