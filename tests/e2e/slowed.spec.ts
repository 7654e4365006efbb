/** Whoever tries to get out again and again meets a calm screen for a while; whoever was there loses nothing. */
import type { ElectronApplication, Page } from 'playwright/test';
import { begin, finish, openAccount, signIn } from './journey.ts';
import { pressKeys } from './keys.ts';
import { test as testOfItsOwn } from './kiosk.ts';
import { logLines } from './kiosk-log.ts';
import { expect, test, words } from './shared-kiosk.ts';

const PAUSE_MS = 30_000;

testOfItsOwn(
  'eight attempts bring a calm screen for 30 s, and then everything is as it was',
  {
    tag: '@waits',
  },
  async ({ app, page, sandbox }) => {
    await signIn(page, sandbox);
    await openAccount(page);
    await expect(page.locator('tbody').getByRole('row')).toHaveCount(7);
    await page.evaluate('window.stillHere = true');

    await tryToGetOut(app, 7);
    await expect(calm(page)).toHaveCount(0);
    await tryToGetOut(app, 1);

    await expect(calm(page)).toBeVisible();
    await expect(calm(page)).toContainText(words.slowed.kept);
    expect(await answerTo(page, 'account.list')).toBe('NOT_ALLOWED_NOW');
    await page.keyboard.press('Escape');
    await page.mouse.click(5, 5);
    await expect(calm(page)).toBeVisible();
    // It is there still, under the calm screen: neither to be touched nor to be heard.
    expect(await page.locator('tbody').evaluate((rows) => rows.closest('[inert]') !== null)).toBe(true);
    await expect
      .poll(() => logLines(sandbox, 'lock.attempt').map(({ attempt }) => attempt))
      .toEqual(Array(8).fill('key'));

    await expect(calm(page)).toHaveCount(0, { timeout: PAUSE_MS + 5_000 });
    await expect(page.locator('tbody').getByRole('row')).toHaveCount(7);
    expect(await page.evaluate('window.stillHere')).toBe(true);
    await finish(page);
  },
);

testOfItsOwn('the attract screen is no way round it', async ({ app, page }) => {
  await tryToGetOut(app, 8);

  await expect(calm(page)).toBeVisible();
  await expect(calm(page)).not.toContainText(words.slowed.kept);
  expect(await answerTo(page, 'session.begin')).toBe('NOT_ALLOWED_NOW');
});

testOfItsOwn(
  'who has to go need not wait for the end of it, and is wiped',
  async ({ app, page, sandbox }) => {
    await signIn(page, sandbox);
    await tryToGetOut(app, 8);

    await calm(page).getByRole('button', { name: words.frame.finish }).click();

    await expect(calm(page).filter({ hasNot: page.getByRole('button') })).toBeVisible();
    expect(await stateOf(page)).toEqual({ state: 'slowed', behind: 'attract' });
    expect(await answerTo(page, 'session.begin')).toBe('NOT_ALLOWED_NOW');
  },
);

test('wrong keys that lead nowhere, and one key held down, slow nobody down', async ({
  app,
  page,
  sandbox,
}) => {
  await begin(page);
  await page.getByLabel(words.signIn.email, { exact: true }).click();

  const leadNowhere = ['Insert', 'Control', 'Alt', 'Escape', 'Delete', 'Home', 'Up', 'Tab'];
  await pressKeys(
    app,
    [...leadNowhere, ...leadNowhere].map((keyCode) => ({ keyCode })),
  );
  await pressKeys(app, [{ keyCode: 'F5' }]);
  await pressKeys(app, Array(20).fill({ keyCode: 'F5', modifiers: ['isautorepeat'] }));

  await expect.poll(() => logLines(sandbox, 'lock.attempt')).toHaveLength(1);
  expect(await stateOf(page)).toMatchObject({ state: 'signedOut' });
});

function calm(page: Page) {
  return page.getByRole('alertdialog', { name: words.slowed.title });
}

function tryToGetOut(app: ElectronApplication, times: number): Promise<void> {
  return pressKeys(app, Array(times).fill({ keyCode: 'R', modifiers: ['control'] }));
}

function answerTo(page: Page, channel: 'account.list' | 'session.begin'): Promise<string> {
  return page.evaluate(
    (channel) =>
      window.kiosk.call(channel, undefined).then(
        () => 'answered',
        ({ message }: Error) => message,
      ),
    channel,
  );
}

function stateOf(page: Page) {
  return page.evaluate(async () => {
    const snapshot = await window.kiosk.call('session.read', undefined);
    return { state: snapshot.state, ...(snapshot.state === 'slowed' && { behind: snapshot.behind }) };
  });
}
