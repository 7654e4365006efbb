import { readdirSync } from 'node:fs';
import type { Page } from 'playwright/test';
import { seed } from '../property-seed.ts';
import { BADGE_READER } from '../sandbox/config-overlay.ts';
import { ask } from './ask.ts';
import { CLAIRE, identify, MARC, presentBadge, typePin } from './badge.ts';
import { MARGUERITE, NEW_PASSWORD, typeBirthDate } from './joining.ts';
import { begin, enterCredentials, heading, signIn } from './journey.ts';
import { expect, filled, isolated, test, words } from './shared-kiosk.ts';

const t = words.assistance;

test('a tenant is helped with their agreement, pays alone, and stops the help', async ({
  app,
  page,
  sandbox,
}) => {
  await signIn(page, sandbox);
  await presentBadge(app, CLAIRE.badgeNumber);
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

  // Once more, and for the same reason.
  await identify(page, CLAIRE.userName, CLAIRE.pin);
  await touch(page, t.banner.stop);
  await expect(banner(page)).toContainText(t.ended.person);
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
  expect(await ask(page, 'account.list', undefined)).toMatchObject({
    ok: false,
    error: { code: 'CONSENT_NEEDED' },
  });

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

test('a walk-in without e-mail gets an account: staff look at their papers, the person chooses the password', async ({
  page,
  sandbox,
}) => {
  await begin(page);
  await identify(page, CLAIRE.userName, CLAIRE.pin);
  await touch(page, t.tools.open);
  await expect(page.getByRole('button', { name: t.tools.counts })).toHaveCount(0);
  await touch(page, t.tools.walkIn);
  await touch(page, words.walkIn.document.kinds.residencePermit);
  await page.getByLabel(words.joining.number.label, { exact: true }).fill(MARGUERITE.number);
  await touch(page, words.joining.next);
  await page.getByLabel(words.joining.name.label, { exact: true }).fill(MARGUERITE.name);
  await touch(page, words.joining.next);
  await typeBirthDate(page, words, MARGUERITE.birthDate);
  await touch(page, words.joining.next);
  await expect(page.getByText(words.walkIn.signInWith)).toBeVisible();
  await touch(page, words.joining.consent.accept);

  // Nobody is to choose it for her.
  await expect(heading(page)).toHaveText(t.alone.title);
  expect(await ask(page, 'assist.createAccount', { password: 'choisi par Claire', consent: true })).toEqual({
    ok: false,
    error: { code: 'HANDOVER_NEEDED' },
  });
  await touch(page, t.alone.confirm);
  // The sign-in screen lies behind, with a password of its own.
  for (const name of [words.newPassword.label, words.newPassword.again]) {
    await page.getByRole('textbox', { name, exact: true }).fill(NEW_PASSWORD);
  }
  await touch(page, words.walkIn.create);
  await expect(page.getByRole('button', { name: words.home.accountText })).toBeVisible();
  await touch(page, t.alone.giveBack);
  await touch(page, t.consent.orally);
  await expect(banner(page)).toContainText(t.banner.how.orally);

  await touch(page, t.tools.open);
  await touch(page, t.tools.summary);
  const done = page.locator('.staff-record tbody tr');
  await expect(done.filter({ hasText: t.acts.identityChecked })).toContainText(CLAIRE.displayName);
  await expect(done.filter({ hasText: t.acts.assist.createAccount })).toContainText(t.summary.alone);
  await touch(page, t.summary.print);
  await expect(heading(page)).toHaveText(words.printing.takePaper);
  await touch(page, t.backToScreen);
  await touch(page, t.tools.open);
  await touch(page, t.tools.printAgain);
  await expect(heading(page)).toHaveText(words.printing.takePaper);
  await expect.poll(() => readdirSync(sandbox.printedFolder)).toHaveLength(2);

  await expect
    .poll(() => sandbox.tenantApi.auditTrail.entries.map(({ entry }) => `${entry.action} ${entry.subject}`))
    .toEqual(expect.arrayContaining(['identityChecked residencePermit', 'assist.createAccount alone']));
  // By what somebody was known is noted; nothing of it is kept, and no copy.
  expect(sandbox.tenantApi.requestLog.requests.map(({ operationId }) => operationId)).not.toContain(
    'createDocument',
  );
  await touch(page, t.backToScreen);
  await touch(page, t.banner.stop);
  await touch(page, words.frame.finish);
  await expect(page.getByRole('button', { name: words.attract.invitation })).toBeVisible();
});

test('staff explain: they point, write larger, put two languages side by side, and call up the numbers', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox);
  const home = await heading(page).innerText();
  await identify(page, CLAIRE.userName, CLAIRE.pin);
  await touch(page, t.consent.accept);
  const openTool = async (word: string) => {
    await touch(page, t.tools.open);
    await page.getByRole('button', { name: word, exact: true }).click();
  };

  await openTool(t.tools.point);
  await touch(page, words.home.payText);
  await expect(banner(page)).toContainText(filled(t.point.shown, { name: words.home.pay }));
  // It is shown and not touched.
  await expect(heading(page)).toHaveText(home);
  await touch(page, t.point.larger);
  await expect.poll(async () => (await ask(page, 'session.read', undefined)).access.textSize).toBe('large');
  await page.getByRole('button', { name: t.point.done, exact: true }).click();

  await openTool(t.tools.interpreter);
  await expect(page.locator('.interpreter__text').first()).toBeVisible();
  await page.getByRole('button', { name: words.frame.back }).click();
  await openTool(t.tools.usefulNumbers);
  await expect(page.getByText('112', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: words.frame.back, exact: true }).click();
  await openTool(t.tools.pause);
  await expect.poll(async () => await assistanceOn(page)).toMatchObject({ isClockPaused: true });
  await touch(page, t.banner.stop);
});

test('ten thousand badges held before the reader sign nobody in, and whoever has a name still helps', async ({
  app,
  page,
  sandbox,
}) => {
  await signIn(page, sandbox);
  await app.evaluate(
    ({ BrowserWindow }, { prefix, seed }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const quiet = { preventDefault() {} };
      let chance = seed;
      for (let frame = 0; frame < 10_000; frame += 1) {
        chance = (chance * 48_271) % 2_147_483_647;
        const keys = [...prefix, ...String(chance).padStart(10, '0'), 'Enter'];
        for (const key of keys) {
          const input = { type: 'keyDown', key, code: '', isAutoRepeat: false, isComposing: false };
          const held = { shift: false, control: false, alt: false, meta: false, location: 0, modifiers: [] };
          contents?.emit('before-input-event', quiet, { ...input, ...held });
        }
      }
    },
    { prefix: BADGE_READER.prefix, seed: (seed % 2_147_483_646) + 1 },
  );

  expect(await assistanceOn(page)).toBeNull();
  expect(await ask(page, 'assist.signIn', { name: null, pin: CLAIRE.pin })).toMatchObject({ ok: false });
  expect(await assistanceOn(page)).toBeNull();
  expect(await ask(page, 'assist.signIn', { name: CLAIRE.userName, pin: CLAIRE.pin })).toMatchObject({
    ok: true,
  });
  expect(await assistanceOn(page)).toMatchObject({ consent: 'asked' });
});

test('a supervisor reads how often, and helps anybody but themselves', async ({ app, page, sandbox }) => {
  await presentBadge(app, MARC.badgeNumber);
  await typePin(page, MARC.pin);
  await touch(page, t.tools.open);
  await touch(page, t.tools.counts);
  await expect(heading(page)).toHaveText(t.counts.title);
  await expect(page.getByRole('cell', { name: t.acts.signedIn })).toBeVisible();
  await page.getByRole('button', { name: words.frame.back, exact: true }).click();

  // The one who signs in is he himself.
  await ask(page, 'assist.handOver', undefined);
  await enterCredentials(page, 'lucas.moreau@exemple.fr', sandbox.tenantApi.password);
  await expect(banner(page)).toContainText(t.ended.ownAccount);
  await touch(page, t.ended.read);
  await identify(page, MARC.userName, MARC.pin);
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText(words.errors.STAFF_OWN_ACCOUNT);
  await expect(banner(page)).toHaveCount(0);
});

function touch(page: Page, name: string): Promise<void> {
  return page.getByRole('button', { name }).click();
}

async function assistanceOn(page: Page) {
  const snapshot = await ask(page, 'session.read', undefined);
  return 'assistance' in snapshot ? snapshot.assistance : undefined;
}

function banner(page: Page) {
  return page.getByRole('region', { name: t.banner.label });
}
