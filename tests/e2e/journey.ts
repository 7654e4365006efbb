/** What people do at the kiosk, step by step. */
import { expect, type Page } from 'playwright/test';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { shaped, words } from './words.ts';

export const LEAFLET_TENANT = 'jeanne.martin@exemple.fr';

export function heading(page: Page) {
  return page.getByRole('heading', { level: 1 });
}

/** From the attract screen to the sign-in screen. */
export async function begin(page: Page): Promise<void> {
  await page.getByRole('button', { name: words.attract.invitation }).click();
  await expect(heading(page)).toHaveText(words.signIn.title);
}

/** From the sign-in screen: what can be done without signing in. */
export async function openWithoutSigningIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: words.withoutSigningIn.open }).click();
  await expect(heading(page)).toHaveText(words.withoutSigningIn.title);
}

export async function enterCredentials(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel(words.signIn.email, { exact: true }).fill(email);
  await page.getByLabel(words.signIn.password, { exact: true }).fill(password);
  await page.getByRole('button', { name: words.signIn.submit }).click();
}

/** From the attract screen to the home screen. */
export async function signIn(page: Page, sandbox: Sandbox, email = LEAFLET_TENANT): Promise<void> {
  await begin(page);
  await enterCredentials(page, email, sandbox.tenantApi.password);
  await expect(page.getByRole('button', { name: words.home.accountText })).toBeVisible();
}

/** From the home screen to services that belong together. */
export async function openMenu(page: Page, menu: keyof typeof words.menus): Promise<void> {
  await page.getByRole('button', { name: words.menus[menu].word }).click();
  await expect(heading(page)).toHaveText(words.menus[menu].title);
}

/** From the home screen to the account. */
export async function openAccount(page: Page): Promise<void> {
  await page.getByRole('button', { name: words.home.accountText }).click();
  await expect(heading(page)).toHaveText(words.account.title);
}

/** From the home screen to the choice of how to get a statement. */
export async function openStatement(page: Page): Promise<void> {
  await page.getByRole('button', { name: words.home.statement }).click();
  await expect(heading(page)).toHaveText(words.statement.title);
}

/** From the home screen: asks for the statement on paper. */
export async function askForPaper(page: Page): Promise<void> {
  await openStatement(page);
  await page.getByRole('button', { name: words.statement.print }).click();
}

/** From the home screen: asks for the statement by e-mail. */
export async function askForEmail(page: Page): Promise<void> {
  await openStatement(page);
  await page.getByRole('button', { name: shaped(words.statement.sendTo) }).click();
}

/** From any screen of a signed-in person to the attract screen. */
export async function finish(page: Page): Promise<void> {
  await page.getByRole('button', { name: words.frame.finish }).click();
  await expect(page.getByRole('button', { name: words.attract.invitation })).toBeVisible();
}
