import type { ElectronApplication, Page } from 'playwright/test';
import { BADGE_READER } from '../sandbox/config-overlay.ts';
import { STAFF } from '../sandbox/tenant-api/staff.ts';
import { begin, heading, signIn } from './journey.ts';
import { pressKeys } from './keys.ts';
import { expect, filled, isolated, test, words } from './shared-kiosk.ts';
import { touchTheCorners } from './staff.ts';

const t = words.assistance;
const CLAIRE = memberNamed('claire.dubois');

test('a tenant is helped with their agreement, pays alone, and stops the help', async ({
  app,
  page,
  sandbox,
}) => {
  await signIn(page, sandbox);
  await showBadge(app, CLAIRE.badgeNumber);
  await typePin(page, CLAIRE.pin);
  await expect(heading(page)).toHaveText(filled(t.consent.title, { name: isolated(CLAIRE.displayName) }));
  await touch(page, t.consent.accept);
  await expect(banner(page)).toContainText(t.banner.how.onScreen);

  await touch(page, words.home.payText);
  await touch(page, words.payment.wholeText);
  await expect(heading(page)).toHaveText(t.alone.title);
  await touch(page, t.alone.confirm);
  await expect(heading(page)).toHaveText(words.payment.check);
  await expect(banner(page)).toContainText(t.banner.how.handedOver);
  await touch(page, words.payment.pay.split('{{')[0] ?? '');
  await expect(heading(page)).toHaveText(words.payment.underWay.waitingForCard.title);
  await sandbox.terminal.presentCard();
  await expect(heading(page)).toHaveText(words.payment.approved);
  await touch(page, t.alone.giveBack);
  await expect(banner(page)).toContainText(t.banner.how.onScreen);

  await touch(page, t.banner.stop);
  await expect(banner(page)).toContainText(t.ended.person);
  await touch(page, t.ended.read);
  await expect(banner(page)).toHaveCount(0);
  await expect(heading(page)).toHaveText(words.payment.approved);
});

test('without an agreement nothing of the tenant is shown to staff, and they go on where they were', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox);
  await identify(page, CLAIRE.userName, '9999');
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText(/\S/);
  await expect(banner(page)).toHaveCount(0);
  await touch(page, words.staffCode.cancel);
  await identify(page, CLAIRE.userName, CLAIRE.pin);
  await touch(page, t.consent.decline);

  await expect(heading(page)).toHaveText(t.declined.title);
  await expect(page.getByText(words.home.accountText)).toBeHidden();
  const answer = await page.evaluate(() => window.kiosk.call('account.list', undefined));
  expect(answer).toMatchObject({ ok: false, error: { code: 'CONSENT_NEEDED' } });

  await touch(page, t.tools.open);
  await touch(page, t.tools.stop);
  await expect(banner(page)).toContainText(t.ended.staff);
  await expect(page.getByRole('button', { name: words.home.accountText })).toBeVisible();
});

test('a password is nothing for staff to type: its field is covered until the person is alone', async ({
  page,
}) => {
  await begin(page);
  await page.getByLabel(words.signIn.email, { exact: true }).fill('jeanne.martin@exemple.fr');
  await identify(page, CLAIRE.userName, CLAIRE.pin);

  await expect(page.getByLabel(words.signIn.password, { exact: true })).toHaveCount(0);
  await touch(page, t.private.field);
  await touch(page, t.alone.confirm);

  await expect(page.getByLabel(words.signIn.password, { exact: true })).toBeVisible();
  await expect(page.getByLabel(words.signIn.email, { exact: true })).toHaveValue('jeanne.martin@exemple.fr');
});

function touch(page: Page, name: string): Promise<void> {
  return page.getByRole('button', { name }).click();
}

function banner(page: Page) {
  return page.getByRole('region', { name: t.banner.label });
}

/** As a reader types it. */
function showBadge(app: ElectronApplication, number: string): Promise<void> {
  const signs = `${BADGE_READER.prefix}${number}`;
  return pressKeys(app, [...[...signs].map((keyCode) => ({ keyCode })), { keyCode: 'Enter' }]);
}

/** By the corners and a user name, for whoever has left their badge at the desk. */
async function identify(page: Page, userName: string, pin: string): Promise<void> {
  await touchTheCorners(page);
  await touch(page, words.staffPin.open);
  await page.getByLabel(words.staffPin.name, { exact: true }).fill(userName);
  await touch(page, words.staffPin.toPin);
  await typePin(page, pin);
}

async function typePin(page: Page, pin: string): Promise<void> {
  const pad = page.getByRole('dialog');
  for (const figure of pin) await pad.getByRole('button', { name: figure, exact: true }).click();
  await pad.getByRole('button', { name: words.staffPin.enter, exact: true }).click();
}

function memberNamed(userName: string) {
  const member = STAFF.find((each) => each.userName === userName);
  if (!member) throw new Error(`the landlord has nobody named ${userName}`);
  return member;
}
