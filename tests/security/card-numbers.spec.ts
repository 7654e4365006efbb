/**
 * Terminals that tell whole card numbers, though they must not: nothing of them is kept, sent, printed or dumped.
 * One kiosk for each protocol: people pay with every test card, one has a receipt on paper and by e-mail, and in the
 * end it crashes.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPages } from '../../main/paper/testing/read-pdf.ts';
import type { Payment } from '../../preload/payment-contract.ts';
import type { Kiosk } from '../chaos/payment/kiosk.ts';
import { startInElectron } from '../chaos/payment/kiosk-in-electron.ts';
import { askForWipe, signIn, untilState } from '../chaos/payment/people.ts';
import { enterAsStaff } from '../chaos/payment/staff.ts';
import { openStage, type Protocol, type Stage } from '../chaos/payment/stage.ts';
import { expect, test } from '../e2e/kiosk.ts';
import { TEST_CARDS, USUAL_CARD } from '../sandbox/terminal/test-cards.ts';
import { cardTracesIn, cardTracesOnDisk } from './card-traces.ts';
import { tapInto, type WireTap } from './wire-tap.ts';

const PROTOCOLS: readonly Protocol[] = ['caisse-ap', 'nexo', 'concert-eplus'];
const AMOUNT_CENTS = 2_774;
/** A crash as a broken library causes it: what the system dumps of it, it dumps now. */
const CRASH = 'SIGABRT';

for (const protocol of PROTOCOLS) {
  test(`no card number of a ${protocol} terminal stays anywhere`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cards-'));
    const stage = await openStage({ folder, protocol, startKiosk: startInElectron });
    const { sandbox } = stage;
    const wire = await tapInto(sandbox.tenantApi.baseUrl);
    const temporaryFolder = join(folder, 't');
    mkdirSync(temporaryFolder);
    listenOn(stage, wire);
    const kiosk = await stage.startKiosk({ TMPDIR: temporaryFolder });
    try {
      await payWithReceipt(stage, kiosk);
      for (const card of TEST_CARDS.keys()) await payWithClearCard(stage, kiosk, card);
      await kiosk.kill(CRASH);

      const places = [sandbox.dataFolder, sandbox.printedFolder, temporaryFolder];
      expect(places.flatMap(cardTracesOnDisk)).toEqual([]);
      expect(cardTracesIn(Buffer.from(await printedText(stage)))).toEqual([]);
      expect(cardTracesIn(wire.heard())).toEqual([]);
      expect(cardTracesIn(Buffer.from(JSON.stringify(sandbox.tenantApi.requestLog.requests)))).toEqual([]);
      await expectTheSearchToFind(places, wire);
    } finally {
      await kiosk.kill();
      await wire.stop();
      await stage.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

/** The kiosk's configuration leads to the tap. */
function listenOn({ sandbox }: Stage, { baseUrl }: WireTap): void {
  const config = JSON.parse(readFileSync(sandbox.configFile, 'utf8'));
  writeFileSync(
    sandbox.configFile,
    JSON.stringify({ ...config, tenantApi: { ...config.tenantApi, baseUrl } }),
  );
}

async function payWithReceipt(stage: Stage, kiosk: Kiosk): Promise<void> {
  const { accountIds, sandbox, terminal } = stage;
  await terminal.setCustomer({ kind: 'instant' });
  await signIn(stage, kiosk);
  const { paymentId, state } = await pay(kiosk, accountIds[0]);
  expect(state.name).toBe('approved');
  expect(await kiosk.call('payment.printReceipt', { paymentId })).toMatchObject({ ok: true });
  expect(await kiosk.call('payment.emailReceipt', { paymentId })).toMatchObject({ ok: true });
  await expect.poll(() => sandbox.printer.printedDocuments()).toHaveLength(1);
  await expect.poll(() => sandbox.tenantApi.mailbox.emails).toHaveLength(1);
  await askForWipe(kiosk, 'session.end', undefined);
}

/** Staff settle it; before that, nobody pays at such a terminal. */
async function payWithClearCard(stage: Stage, kiosk: Kiosk, card: number): Promise<void> {
  await stage.terminal.plan({ answer: { kind: 'clearCardNumber', card } });
  await untilState(kiosk, 'attract');
  await signIn(stage, kiosk);
  const { paymentId, state } = await pay(kiosk, stage.accountIds[0]);
  expect(state.name).toBe('unknown');

  const waiting = await enterAsStaff(kiosk);
  expect(waiting).toMatchObject([{ paymentId, cause: 'CARD_NUMBER_IN_ANSWER' }]);
  const settled = await kiosk.call('staff.settlePayment', {
    paymentId,
    charged: true,
    reason: 'Vu au journal',
  });
  expect(settled).toMatchObject({ ok: true });
  await askForWipe(kiosk, 'staff.leave', undefined);
}

async function pay(kiosk: Kiosk, accountId: string): Promise<Payment> {
  const payable = { kind: 'account', accountId } as const;
  const started = await kiosk.call('payment.start', { payable, amountCents: AMOUNT_CENTS });
  expect(started).toMatchObject({ ok: true });
  let last: Payment | null = null;
  await expect
    .poll(async () => {
      last = await kiosk.call('payment.read', undefined);
      return last?.state.name;
    })
    .toMatch(/approved|notPerformed|unknown/);
  if (last === null) throw new Error('Nothing is said of the payment.');
  return last;
}

async function printedText({ sandbox }: Stage): Promise<string> {
  const documents = (await sandbox.printer.printedDocuments()).map((name) =>
    join(sandbox.printedFolder, name),
  );
  const pages = await Promise.all(documents.map((file) => readPages(readFileSync(file))));
  return pages.flat(2).join('\n');
}

/** Its finding nothing would otherwise mean nothing. */
async function expectTheSearchToFind(places: readonly string[], { baseUrl, heard }: WireTap): Promise<void> {
  for (const place of places) writeFileSync(join(place, 'planted'), USUAL_CARD.number);
  await fetch(`${baseUrl}/accounts?planted=${USUAL_CARD.number}`);

  expect(places.flatMap(cardTracesOnDisk)).toHaveLength(places.length);
  expect(cardTracesIn(heard())).not.toEqual([]);
}
