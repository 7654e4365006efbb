/**
 * What is left of somebody who was helped, and of whoever helped them, once they have gone: what was typed, shown and
 * written between the two, and the number of the badge.
 */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ElectronApplication } from 'playwright/test';
import { CLAIRE, presentBadge, typePin } from '../e2e/badge.ts';
import { deskWords, openDesk, startGuiding } from '../e2e/desk.ts';
import { begin, enterCredentials, openAccount } from '../e2e/journey.ts';
import { expect, test, words } from '../e2e/kiosk.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import {
  MARKED_TENANT,
  MARKERS,
  type Markers,
  markersInMain,
  markersInPage,
  markersOnDisk,
} from './markers.ts';

const { assistance, guide } = words;
const { firstName, lastName, tenantNumber, leaseNumber, residence, ledgerLine } = MARKERS;
const KNOWN: Markers = { firstName, lastName, tenantNumber, leaseNumber, residence, ledgerLine } as Markers;

// Snapshots of a heap, each of which stops the program for a while.
test.describe.configure({ timeout: 180_000 });

test('of a visit with help from somebody beside them, nothing is left', async ({ app, page, sandbox }) => {
  const sought = { ...KNOWN, badge: CLAIRE.badgeNumber };
  await sandbox.tenantApi.addTenant(MARKED_TENANT);
  await begin(page);
  await enterCredentials(page, MARKED_TENANT.email, sandbox.tenantApi.password);
  await presentBadge(app, CLAIRE.badgeNumber);
  await typePin(page, CLAIRE.pin);
  await page.getByRole('button', { name: assistance.consent.accept }).click();
  await openAccount(page);
  await expect(page.getByText('ROOKWOOD 06/18')).toBeVisible();
  // What the search must be able to find, or its finding nothing means nothing.
  expect((await inMain(app, sandbox, 'before', sought)).toSorted()).toEqual(Object.keys(sought).toSorted());

  await page.getByRole('button', { name: assistance.banner.stop }).click();
  await page.getByRole('button', { name: assistance.ended.read }).click();
  expect(await inMain(app, sandbox, 'alone', { badge: CLAIRE.badgeNumber })).toEqual([]);
  await page.getByRole('button', { name: words.frame.finish }).click();
  await expect(page.getByText(words.attract.ended.finished)).toBeVisible();

  await expectNothing(app, sandbox, sought, 3);
});

test('of a visit that was guided from the desk, nothing is left', async ({ app, page, sandbox }) => {
  const sought = { ...KNOWN, fromDesk: 'Gyregimbleoutgrabe', toDesk: 'Mimsyborogoveswabe' };
  await sandbox.tenantApi.addTenant(MARKED_TENANT);
  const desk = await openDesk(sandbox);
  try {
    await begin(page);
    await startGuiding(page, desk.page);
    await enterCredentials(page, MARKED_TENANT.email, sandbox.tenantApi.password);
    await page.getByRole('button', { name: guide.consentSignedIn.accept }).click();
    await desk.page.getByLabel(deskWords.write).fill(sought.fromDesk);
    await desk.page.getByRole('button', { name: deskWords.send }).click();
    await expect(page.getByText(sought.fromDesk)).toBeVisible();
    await page.getByRole('button', { name: guide.read }).click();
    await page.getByRole('button', { name: guide.reply }).click();
    await page.getByRole('button', { name: guide.ownWords }).click();
    await page.getByRole('textbox', { name: guide.ownWords }).fill(sought.toDesk);
    await page.getByRole('button', { name: guide.send, exact: true }).last().click();
    await expect(desk.page.getByText(sought.toDesk)).toBeVisible();
    await openAccount(page);
    await expect(page.getByText('ROOKWOOD 06/18')).toBeVisible();

    await page.getByRole('button', { name: words.frame.finish }).click();
    await expect(page.getByText(words.attract.ended.finished)).toBeVisible();
    await expect(desk.page.getByRole('status')).toHaveText(deskWords.over);

    await expectNothing(app, sandbox, sought, 4);
  } finally {
    await desk.close();
  }
});

/** `entries`: of the trail, which names the person to the landlord until it has arrived there. */
async function expectNothing(
  app: ElectronApplication,
  sandbox: Sandbox,
  sought: Markers,
  entries: number,
): Promise<void> {
  await expect.poll(() => sandbox.tenantApi.auditTrail.entries.length).toBeGreaterThanOrEqual(entries);
  // The landlord has the last entry a moment before the kiosk hears so, and lets go of it.
  await expect.poll(() => inMain(app, sandbox, 'after', sought)).toEqual([]);
  expect(await markersInPage(app, join(notesOf(sandbox), 'page-after.heapsnapshot'), sought)).toEqual([]);
  expect(markersOnDisk(sandbox.dataFolder, sought)).toEqual([]);
}

function inMain(
  app: ElectronApplication,
  sandbox: Sandbox,
  when: string,
  sought: Markers,
): Promise<string[]> {
  return markersInMain(app, join(notesOf(sandbox), `main-${when}`), sought);
}

function notesOf(sandbox: Sandbox): string {
  const notes = join(dirname(sandbox.dataFolder), 'notes');
  mkdirSync(notes, { recursive: true });
  return notes;
}
