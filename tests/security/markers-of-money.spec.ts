/**
 * What somebody leaves behind who paid their notice, paid a part by card and signed a mandate: the reference, the
 * amount, the IBAN, the signature. None of it could be handed in yet, so the kiosk keeps it, sealed; nothing else.
 */
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright/test';
import { enterCredentials, heading, openMenu } from '../e2e/journey.ts';
import { attractScreen, expect, filled, shaped, test, words } from '../e2e/kiosk.ts';
import { logLines } from '../e2e/kiosk-log.ts';
import { touch } from '../e2e/touch.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { MARKED_TENANT, type Markers, markersInMain, markersInPage, markersOnDisk } from './markers.ts';

const { directDebit, payment, rentNotice } = words;
const IBAN = 'FR7630006000011234567890189';
const HOLDER = 'MME JUBJUB TUMTUM';
const AMOUNT = ['1', '9', '7', '3', payment.comma, '6', '5'];
const SIGNATURE = [
  [0.2, 0.7],
  [0.3, 0.2],
  [0.4, 0.7],
  [0.7, 0.6],
] as const;

// Snapshots of a heap, each of which stops the program for a while.
test.describe.configure({ timeout: 180_000 });

interface Planted {
  readonly markers: Markers;
  readonly notes: string;
}

test('who finished leaves nothing of their money', async ({ app, page, sandbox }) => {
  const found = new Set<string>();
  const planted = await plant(page, sandbox, async ({ markers, notes }, when) => {
    // What was typed into the page has gone from there by the end; main holds what it needed since.
    const inHeap =
      when === 'mandate'
        ? await markersInMain(app, join(notes, 'main-before'), markers)
        : await markersInPage(app, join(notes, `page-${when}.heapsnapshot`), markers);
    for (const marker of inHeap) found.add(marker);
  });
  // What the search must be able to find, or its finding nothing means nothing.
  expect([...found].sort()).toEqual(Object.keys(planted.markers).sort());

  await page.getByRole('button', { name: words.frame.finish }).click();
  await expect(page.getByText(words.attract.ended.finished)).toBeVisible();

  await expectNothing(app, sandbox, planted);
});

test('who was cut off by a power cut leaves nothing of their money', async ({
  app,
  page,
  sandbox,
  startKiosk,
}) => {
  const planted = await plant(page, sandbox);

  const ended = once(app.process(), 'exit');
  app.process().kill('SIGKILL');
  await ended;
  const triesBefore = triesOf(sandbox);
  const next = await startKiosk();
  await attractScreen(next);
  // What was sealed here, the payment and the mandate, is unsealed for a moment when it is tried again.
  await expect.poll(() => triesOf(sandbox)).toBeGreaterThanOrEqual(triesBefore + 2);

  await expectNothing(next, sandbox, planted);
});

/** Pays and signs, with a central API that takes none of it. `lookAround` comes wherever something new is there. */
async function plant(
  page: Page,
  sandbox: Sandbox,
  lookAround: (planted: Planted, when: string) => Promise<void> = async () => undefined,
): Promise<Planted> {
  const { tenantApi, terminal } = sandbox;
  const notes = join(dirname(sandbox.dataFolder), 'notes');
  mkdirSync(notes);
  await tenantApi.addTenant(MARKED_TENANT);
  for (const operation of ['createPayment', 'createDirectDebitMandate'] as const) {
    tenantApi.faults.set(operation, { effect: { kind: 'status', status: 503, retryAfterSeconds: 600 } });
  }
  const notice = tenantApi.rentNotices.find(
    ({ tenant, dueCents }) => tenant.displayName === MARKED_TENANT.displayName && dueCents > 0,
  );
  if (!notice) throw new Error('There is no rent notice to be paid.');
  const markers: Markers = {
    reference: notice.reference,
    maskedName: 'Mme Q•••••',
    amountTyped: '1973,65',
    amountShown: '1 973,65',
    iban: IBAN,
    holder: 'JUBJUB',
    signature: 'L300 80L400 280L',
    ticket: 'TICKET CLIENT',
  };
  const planted = { markers, notes };

  await page.getByRole('button', { name: words.attract.quickPay }).click();
  await page.getByRole('button', { name: rentNotice.type }).click();
  await page.getByLabel(rentNotice.reference, { exact: true }).fill(notice.reference);
  await page.getByRole('button', { name: rentNotice.continue }).click();
  await expect(heading(page)).toHaveText(rentNotice.isItYours);
  await lookAround(planted, 'notice');
  await page.getByRole('button', { name: rentNotice.no }).click();
  await page.getByRole('button', { name: words.frame.back, exact: true }).click();
  await enterCredentials(page, MARKED_TENANT.email, tenantApi.password);

  await page.getByRole('button', { name: words.home.payText }).click();
  await page.getByRole('button', { name: payment.part }).click();
  for (const key of AMOUNT) await page.getByRole('button', { name: key, exact: true }).click();
  await lookAround(planted, 'amount');
  await page.getByRole('button', { name: payment.continue }).click();
  await page.getByRole('button', { name: shaped(payment.pay) }).click();
  await expect(heading(page)).toHaveText(payment.underWay.waitingForCard.title);
  await terminal.presentCard();
  await expect(heading(page)).toHaveText(payment.approved);
  await page.getByRole('button', { name: payment.printReceipt }).click();
  await expect(heading(page)).toHaveText(words.printing.takePaper);
  await page.getByRole('button', { name: words.statement.backHome }).click();

  await openMenu(page, 'payments');
  await page.getByRole('button', { name: directDebit.tileText }).click();
  await expect(heading(page)).toHaveText(directDebit.title);
  await page.getByRole('button', { name: directDebit.setUp }).click();
  await page.getByLabel(directDebit.iban.label, { exact: true }).fill(IBAN);
  await page.getByRole('button', { name: directDebit.next, exact: true }).click();
  await page.getByLabel(directDebit.holder.label).fill(HOLDER);
  await page.getByRole('button', { name: directDebit.next, exact: true }).click();
  await page.getByRole('button', { name: filled(directDebit.dayChoice, { day: '5' }), exact: true }).click();
  await page.getByRole('button', { name: directDebit.summary.sign }).click();
  await (await touch(page)).draw(page.locator('.signature-pad'), SIGNATURE);
  await page.getByRole('button', { name: directDebit.signature.send }).click();
  await expect(page.getByText(directDebit.sent.saved)).toBeVisible();
  await page.getByRole('button', { name: directDebit.printCopy }).click();
  await expect(page.getByText(words.printing.takePaper)).toBeVisible();
  await lookAround(planted, 'mandate');
  return planted;
}

async function expectNothing(
  app: ElectronApplication,
  { dataFolder }: Sandbox,
  { markers, notes }: Planted,
): Promise<void> {
  expect(await markersInMain(app, join(notes, 'main-after'), markers)).toEqual([]);
  expect(await markersInPage(app, join(notes, 'page-after.heapsnapshot'), markers)).toEqual([]);
  expect(markersOnDisk(dataFolder, markers)).toEqual([]);
}

function triesOf(sandbox: Sandbox): number {
  return logLines(sandbox, 'sync.not-delivered').length;
}
