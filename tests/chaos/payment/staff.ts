/** What nobody knows, staff find in the terminal's own journal. Until they have, nobody is charged again. */
import { setTimeout as delay } from 'node:timers/promises';
import type { UnknownPayment } from '../../../preload/payment-contract.ts';
import { STAFF_CODE } from '../../sandbox/config-overlay.ts';
import { type Books, compare, type Differences } from './books.ts';
import type { Kiosk } from './kiosk.ts';
import { askForWipe, signIn, untilState } from './people.ts';
import { isAtRest, readBooks } from './read-books.ts';
import type { Stage } from './stage.ts';

const REASON = 'Journal du terminal consulté';
const ANY_AMOUNT_CENTS = 5_000;
const REST_PATIENCE_MS = 30_000;
const SETTLE_PATIENCE_MS = 75_000;
const POLL_MS = 100;

export interface StaffWork {
  /** What the books said when staff came; null when there was nothing to come for. */
  readonly before: Differences | null;
  readonly settled: number;
}

export async function settleAsStaff(stage: Stage, kiosk: Kiosk): Promise<StaffWork> {
  if (!hasUnknown(stage)) return { before: null, settled: 0 };

  await expectNoSecondCharge(stage, kiosk);
  await enterAsStaff(kiosk);
  const { shown, books } = await readAtRest(stage, kiosk);
  const before = compare(books, { unknownIsAllowed: true });
  for (const payment of shown) await settle(stage, kiosk, payment);
  await askForWipe(kiosk, 'staff.leave', undefined);
  return { before, settled: shown.length };
}

/** The kiosk asks a terminal by itself, too: what is read while that changes something tells of two moments. */
async function readAtRest(stage: Stage, kiosk: Kiosk): Promise<{ shown: UnknownPayment[]; books: Books }> {
  const deadline = performance.now() + REST_PATIENCE_MS;
  for (;;) {
    const journal = stage.kioskJournal();
    const shown = await listUnknown(kiosk);
    const books = { ...(await readBooks(stage)), shownToStaff: shown.map(({ paymentId }) => paymentId) };
    const hasChanged = JSON.stringify(journal) !== JSON.stringify(stage.kioskJournal());
    // What never comes to rest is lost, and the books say so.
    if ((isAtRest(journal) && !hasChanged) || performance.now() > deadline) return { shown, books };
    await delay(POLL_MS);
  }
}

/** Whoever was there before is gone then. @returns what waits for staff */
export async function enterAsStaff(kiosk: Kiosk): Promise<UnknownPayment[]> {
  const entered = await askForWipe(kiosk, 'staff.enter', { code: STAFF_CODE });
  if (entered?.ok === false) throw new Error(`Staff do not get in: ${entered.error.code}`);
  await untilState(kiosk, 'technician');
  return listUnknown(kiosk);
}

async function listUnknown(kiosk: Kiosk): Promise<UnknownPayment[]> {
  const listed = await kiosk.call('staff.listUnknownPayments', undefined);
  if (!listed.ok) throw new Error(`Staff are shown nothing: ${listed.error.code}`);
  return listed.value;
}

/** Whoever comes next is told, and the terminal hears nothing. */
async function expectNoSecondCharge(stage: Stage, kiosk: Kiosk): Promise<void> {
  const attempts = stage.kioskJournal().length;
  const payable = { kind: 'account', accountId: stage.accountIds[0] } as const;
  await signIn(stage, kiosk);
  const offer = await kiosk.call('payment.offer', { payable });
  // A terminal that can be asked may tell at any moment, and then it would be no second charge.
  const mayBeTold = stage.protocol === 'nexo';
  if (mayBeTold && !hasUnknown(stage)) return;
  const isHindered = offer.ok && offer.value.range === null && offer.value.obstacle === 'unknownOutcome';
  const started = mayBeTold
    ? null
    : await kiosk.call('payment.start', { payable, amountCents: ANY_AMOUNT_CENTS });
  if (!isHindered || started?.ok || stage.kioskJournal().length !== attempts)
    throw new Error(`An account is charged again though nobody knows: ${JSON.stringify({ offer, started })}`);
}

function hasUnknown(stage: Stage): boolean {
  return stage.kioskJournal().some(({ state }) => state === 'UNKNOWN');
}

async function settle(
  stage: Stage,
  kiosk: Kiosk,
  { paymentId, amountCents, canAsk }: { paymentId: string; amountCents: number; canAsk: boolean },
): Promise<void> {
  if (canAsk) {
    const asked = await kiosk.call('staff.askTerminal', { paymentId });
    if (asked.ok && asked.value.isSettled) return;
  }
  const charged = stage.terminal
    .journal()
    .some((line) => line.amountCents === amountCents && line.outcome === 'approved');
  const deadline = performance.now() + SETTLE_PATIENCE_MS;
  for (;;) {
    const answer = await kiosk.call('staff.settlePayment', { paymentId, charged, reason: REASON });
    // The kiosk goes on asking the terminal by itself, and takes its word before that of staff.
    if (answer.ok || !isUnknown(stage, paymentId)) return;
    if (performance.now() > deadline) throw new Error(`Staff cannot settle a payment: ${answer.error.code}`);
    await delay(POLL_MS);
  }
}

function isUnknown(stage: Stage, paymentId: string): boolean {
  return stage.kioskJournal().some((line) => line.attemptId === paymentId && line.state === 'UNKNOWN');
}
