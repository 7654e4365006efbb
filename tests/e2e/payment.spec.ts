import type { Page } from 'playwright/test';
import type { CallInput, CallOutput, Channel } from '../../preload/contract.ts';
import type { Payment } from '../../preload/payment-contract.ts';
import { signIn } from './journey.ts';
import { expect, test, words } from './kiosk.ts';
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
  expect(sandbox.tenantApi.payments.received).toMatchObject([
    { id: paid, accountId: ACCOUNT, amountCents: 20_00, isWhole: false, isBooked: false },
  ]);
  expect(sandbox.terminal.journal()).toMatchObject([{ amountCents: 20_00, outcome: 'approved' }]);
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
