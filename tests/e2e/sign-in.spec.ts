import { once } from 'node:events';
import type { Page } from 'playwright/test';
import { EVENT_PIPE } from '../../preload/wire.ts';
import { begin, enterCredentials, heading, LEAFLET_TENANT } from './journey.ts';
import { attractScreen, test as testOfItsOwn } from './kiosk.ts';
import { expect, shaped, test, words } from './shared-kiosk.ts';
import { touch } from './touch.ts';

const SIGN_IN = 'createTenantSession';
const ANOTHER_TENANT = 'odile.petit@exemple.fr';
const WRONG = 'Mauvais-mot-de-passe';

test('a wrong password and an unknown e-mail are answered with the very same words', async ({ page }) => {
  await begin(page);

  await enterCredentials(page, LEAFLET_TENANT, WRONG);
  const afterWrongPassword = await refusal(page);
  await enterCredentials(page, 'personne@exemple.fr', WRONG);
  const afterUnknownEmail = await refusal(page);

  expect(afterWrongPassword).toContain(words.errors.CREDENTIALS_INVALID);
  expect(afterUnknownEmail).toBe(afterWrongPassword);
});

testOfItsOwn(
  'after five wrong passwords one has to wait: long for that account, shortly for others, also after a restart',
  {
    tag: '@waits',
  },
  async ({ app, page, sandbox, startKiosk }) => {
    const { password } = sandbox.tenantApi;
    const triesHeard = () =>
      sandbox.tenantApi.requestLog.requests.filter(({ operationId }) => operationId === SIGN_IN).length;
    await begin(page);
    for (let tries = 1; tries <= 5; tries += 1) {
      await enterCredentials(page, LEAFLET_TENANT, WRONG);
      await refusal(page);
    }
    const heardBefore = triesHeard();

    await enterCredentials(page, LEAFLET_TENANT, password);
    const first = await secondsToWait(page);
    await expect.poll(() => secondsToWait(page)).toBeLessThan(first);
    const forThisAccount = await secondsToWait(page);
    await enterCredentials(page, ANOTHER_TENANT, password);
    await expect.poll(() => secondsToWait(page)).toBeLessThanOrEqual(10);
    const ended = once(app.process(), 'exit');
    app.process().kill('SIGKILL');
    await ended;
    const nextPage = await attractScreen(await startKiosk());
    await begin(nextPage);
    await enterCredentials(nextPage, LEAFLET_TENANT, password);
    const afterRestart = await secondsToWait(nextPage);

    expect(first).toBeLessThanOrEqual(30);
    expect(forThisAccount).toBeGreaterThan(10);
    expect(afterRestart).toBeLessThan(forThisAccount);
    expect(triesHeard()).toBe(heardBefore);
    await expect(async () => {
      await enterCredentials(nextPage, ANOTHER_TENANT, password);
      await expect(nextPage.getByRole('button', { name: words.home.accountText })).toBeVisible({
        timeout: 1_000,
      });
    }).toPass({ timeout: 15_000 });
  },
);

test('a password of 10,000 characters is refused like any other, and the kiosk goes on', async ({
  page,
  sandbox,
}) => {
  await begin(page);

  await enterCredentials(page, LEAFLET_TENANT, 'a'.repeat(10_000));

  expect(await refusal(page)).toContain(words.errors.CREDENTIALS_INVALID);
  expect(sandbox.tenantApi.requestLog.requests.map(({ operationId }) => operationId)).not.toContain(SIGN_IN);
  await enterCredentials(page, LEAFLET_TENANT, sandbox.tenantApi.password);
  await expect(page.getByRole('button', { name: words.home.accountText })).toBeVisible();
});

test('nothing typed is asked for, field by field', async ({ page }) => {
  await begin(page);

  await page.getByRole('button', { name: words.signIn.submit }).click();
  await expect(page.getByText(words.signIn.emailMissing)).toBeVisible();
  await expect(page.getByLabel(words.signIn.email, { exact: true })).toBeFocused();
  await page.keyboard.type(LEAFLET_TENANT);
  await page.keyboard.press('Enter');

  await expect(page.getByText(words.signIn.passwordMissing)).toBeVisible();
  await expect(page.getByLabel(words.signIn.password, { exact: true })).toBeFocused();
});

test('with the landlord’s system away the kiosk says so, says what still works, and signs in once it is back', async ({
  page,
  sandbox,
}) => {
  sandbox.tenantApi.faults.set('all', { effect: { kind: 'cut', moment: 'beforeEffect' } });
  await begin(page);

  await enterCredentials(page, LEAFLET_TENANT, sandbox.tenantApi.password);

  expect(await refusal(page)).toContain(words.errors.API_UNREACHABLE);
  expect(await refusal(page)).toContain(words.signIn.stillWorks);
  await page.getByRole('button', { name: words.help.open }).click();
  await expect(page.getByRole('dialog', { name: words.help.title })).toContainText('05 36 49 10 11');
  await page.getByRole('button', { name: words.frame.close }).click();
  sandbox.tenantApi.faults.clear();
  await page.getByRole('button', { name: words.signIn.submit }).click();
  await expect(page.getByRole('button', { name: words.home.accountText })).toBeVisible();
});

testOfItsOwn('a kiosk that the landlord no longer knows says so', async ({ page, sandbox }) => {
  sandbox.tenantApi.register.revoke('sandbox-1');
  await begin(page);

  await enterCredentials(page, LEAFLET_TENANT, sandbox.tenantApi.password);

  expect(await refusal(page)).toContain(words.errors.KIOSK_NOT_RECOGNISED);
});

test('a physical keyboard alone leads from the attract screen to the account', async ({
  app,
  page,
  sandbox,
}) => {
  const press = (key: string) => page.keyboard.press(key);
  const [alert] = sandbox.tenantApi.publicInformation.residenceAlerts;
  const strip = page.getByRole('button', { name: alert?.title.fr ?? '' });
  await expect(strip).toBeVisible();
  await press('Tab');
  // News come and go by themselves, also while somebody is about to press a key.
  await app.evaluate(
    ({ BrowserWindow }, pipe) =>
      BrowserWindow.getAllWindows()[0]?.webContents.send(pipe, 'information.publicAlertsChanged', []),
    EVENT_PIPE,
  );
  await expect(strip).toBeHidden();
  await press('Enter');
  await expect(heading(page)).toHaveText(words.signIn.title);

  await tabTo(page, words.signIn.email);
  await page.keyboard.type(LEAFLET_TENANT);
  await press('Tab');
  await expect(page.getByLabel(words.signIn.password, { exact: true })).toBeFocused();
  await page.keyboard.type(sandbox.tenantApi.password);
  await press('Enter');
  await expect(page.getByRole('button', { name: words.home.accountText })).toBeVisible();
  await tabTo(page, words.home.accountText);
  await press('Enter');

  await expect(heading(page)).toHaveText(words.account.title);
});

test('fingers on the on-screen keyboard alone type an e-mail and a password', async ({ page, sandbox }) => {
  await sandbox.tenantApi.addTenant({
    number: '0107777',
    displayName: 'Mme Anne-Marie Roy',
    email: 'a-roy.27@exemple.fr',
    story: 'Une adresse avec des chiffres',
    leases: [
      { number: '007777', addressLines: ['1 rue Haute'], startsOn: '2018-01-01', endsOn: null, bookings: [] },
    ],
  });
  const finger = await touch(page);
  const keys = page.getByRole('group', { name: words.keyboard.label });
  const key = (name: string) => keys.getByRole('button', { name, exact: true });
  await finger.tap(page.getByRole('button', { name: words.attract.invitation }));

  await finger.tap(page.getByLabel(words.signIn.email, { exact: true }));
  for (const name of [
    'a',
    '-',
    'r',
    'o',
    'y',
    '.',
    '2',
    '7',
    '@',
    'e',
    'x',
    'e',
    'm',
    'p',
    'l',
    'e',
    '.fr',
  ]) {
    await finger.tap(key(name));
  }
  await finger.tap(key(words.keyboard.next));
  await finger.tap(key(words.keyboard.shift));
  await finger.tap(key('B'));
  for (const name of 'ienvenue-2018') await finger.tap(key(name));

  await expect(page.getByLabel(words.signIn.email, { exact: true })).toHaveValue('a-roy.27@exemple.fr');
  await finger.tap(page.getByRole('button', { name: words.signIn.showPasswordLabel }));
  await expect(page.getByLabel(words.signIn.password, { exact: true })).toHaveValue('Bienvenue-2018');
  await finger.tap(key(words.keyboard.enter));
  await expect(heading(page)).toContainText('Anne-Marie Roy');
});

test('a mistake on the on-screen keyboard is taken back, and an address ending completes what is typed', async ({
  page,
}) => {
  const finger = await touch(page);
  const keys = page.getByRole('group', { name: words.keyboard.label });
  await finger.tap(page.getByRole('button', { name: words.attract.invitation }));
  await finger.tap(page.getByLabel(words.signIn.email, { exact: true }));

  for (const name of ['l', 'o', 'p', words.keyboard.backspace, 'u', '@', 'o', '@orange.fr']) {
    await finger.tap(keys.getByRole('button', { name, exact: true }));
  }

  await expect(page.getByLabel(words.signIn.email, { exact: true })).toHaveValue('lou@orange.fr');
});

test('the on-screen keyboard is one stop of the Tab key, arrows walk over its keys, and it types where one was last', async ({
  page,
}) => {
  await begin(page);
  await page.getByLabel(words.signIn.password, { exact: true }).click();
  const keys = page.getByRole('group', { name: words.keyboard.label });

  while ((await keys.locator(':focus').count()) === 0) await page.keyboard.press('Tab');
  for (const press of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'Enter']) await page.keyboard.press(press);
  await page.keyboard.press('Tab');

  await expect(page.getByLabel(words.signIn.password, { exact: true })).toHaveValue('z');
  await expect(keys.locator(':focus')).toHaveCount(0);
});

/** What stands in the notice after a failed try. */
async function refusal(page: Page): Promise<string> {
  const notice = page.getByRole('alert');
  await expect(notice).toBeVisible();
  return notice.innerText();
}

/** The seconds that the countdown shows. */
async function secondsToWait(page: Page): Promise<number> {
  const countdown = page
    .getByRole('alert')
    .locator('[aria-hidden]')
    .filter({ hasText: shaped(words.signIn.delayed) });
  const text = await countdown.innerText();
  return Number(/\d+/.exec(text)?.[0]);
}

async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 30; presses += 1) {
    const focused = page.locator(':focus');
    if ((await focused.count()) > 0 && (await focused.ariaSnapshot()).includes(name)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The Tab key does not lead to "${name}".`);
}
