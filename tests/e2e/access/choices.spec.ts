import type { Page } from 'playwright/test';
import { begin, finish, heading, openAccount, signIn } from '../journey.ts';
import { english, expect, filled, test, words } from '../shared-kiosk.ts';

test('a language touched on the attract screen is spoken from there on, and the next person is greeted in French', async ({
  page,
  sandbox,
}) => {
  await page.getByRole('button', { name: words.languages.en }).click();
  await expect(heading(page)).toHaveText(english.signIn.title);
  await expect.poll(() => language(page)).toBe('en');
  await page.getByLabel(english.signIn.email, { exact: true }).fill('jeanne.martin@exemple.fr');
  await page.getByLabel(english.signIn.password, { exact: true }).fill(sandbox.tenantApi.password);
  await page.getByRole('button', { name: english.signIn.submit }).click();
  await expect(page.getByRole('article')).toContainText(filled(english.balance.owed, { amount: '€27.74' }));
  await expect(page.getByRole('article')).toContainText('11 July 2018');

  await page.getByRole('button', { name: english.frame.finish }).click();

  await expect(page.getByText(english.attract.ended.finished)).toBeVisible();
  await expect(page.getByRole('button', { name: words.attract.invitation })).toBeVisible();
  await expect.poll(() => language(page)).toBe('fr');
});

test('the language can be changed in the middle, and nothing that was typed is lost', async ({ page }) => {
  await begin(page);
  await page.getByLabel(words.signIn.email, { exact: true }).fill('jeanne.martin@exemple.fr');

  await page.getByRole('radio', { name: words.languages.en }).click();

  await expect(heading(page)).toHaveText(english.signIn.title);
  await expect(page.getByLabel(english.signIn.email, { exact: true })).toHaveValue(
    'jeanne.martin@exemple.fr',
  );
});

test('larger text and a dark ground stay from screen to screen, and go with the person', async ({
  page,
  sandbox,
}) => {
  const before = await appearance(page);
  await signIn(page, sandbox);
  await page.getByRole('button', { name: words.display.open }).click();
  await page.getByRole('radio', { name: words.display.textSizes.largest }).click();
  await page.getByRole('radio', { name: words.display.contrasts.dark }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await openAccount(page);
  const chosen = await appearance(page);

  await finish(page);
  const goodbye = await appearance(page);
  await expect(page.getByText(words.attract.ended.finished)).toHaveCount(0);
  const nextPerson = await appearance(page);

  expect(goodbye).toEqual(chosen);
  expect(chosen).toEqual({ textMm: before.textMm * 1.5, ground: 'rgb(0, 0, 0)' });
  expect(nextPerson).toEqual(before);
});

function language(page: Page): Promise<string> {
  return page.evaluate(() => document.documentElement.lang);
}

function appearance(page: Page): Promise<{ textMm: number; ground: string }> {
  return page.evaluate(() => {
    const root = getComputedStyle(document.documentElement);
    const textPixels = Number.parseFloat(root.fontSize);
    return {
      textMm: Math.round((textPixels / Number.parseFloat(root.getPropertyValue('--mm'))) * 10) / 10,
      ground: getComputedStyle(document.body).backgroundColor,
    };
  });
}
