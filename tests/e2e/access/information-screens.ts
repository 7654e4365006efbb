/** Goes once through what everybody may know and through the ways to help, from what can be done without an account. */
import { expect, type Page } from 'playwright/test';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { heading } from '../journey.ts';
import type { english, words as french } from '../words.ts';

export async function visitInformation(
  { page, sandbox }: { page: Page; sandbox: Sandbox },
  words: typeof french | typeof english,
  visit: (screen: string) => Promise<void>,
): Promise<void> {
  const { information, alerts, frame, withoutSigningIn } = words;
  const touch = (name: string) => page.getByRole('button', { name }).click();
  const goBack = async () => {
    await page.getByRole('button', { name: frame.back, exact: true }).click();
    await expect(heading(page)).toHaveText(withoutSigningIn.title);
  };

  await touch(information.numbersTileText);
  await expect(page.getByRole('heading', { name: information.numbers.home })).toBeVisible();
  await visit('useful numbers');
  await visitHelp(page, sandbox, words, visit);
  await goBack();
  await touch(information.agenciesTileText);
  await expect(page.getByRole('img', { name: information.agencies.map })).toBeVisible();
  await visit('agencies');
  await goBack();
  await touch(information.textsTileText);
  await expect(page.getByRole('article').first()).toBeVisible();
  await visit('good to know');
  await goBack();
  await touch(alerts.lead);
  await expect(page.getByRole('article').first()).toBeVisible();
  await visit('alerts');
  await goBack();
}

async function visitHelp(
  page: Page,
  sandbox: Sandbox,
  { help, explain, helpCall, frame }: typeof french | typeof english,
  visit: (screen: string) => Promise<void>,
): Promise<void> {
  const touch = (name: string) => page.getByRole('button', { name }).click();

  await touch(help.open);
  await touch(explain.open);
  await expect(page.getByText(explain.screens.usefulNumbers.purpose)).toBeVisible();
  await visit('help, screen explained');
  await touch(explain.otherHelp);
  sandbox.tenantApi.faults.set('createHelpCall', { effect: { kind: 'cut', moment: 'beforeEffect' } });
  await touch(helpCall.call);
  await expect(page.getByRole('alert')).toContainText(helpCall.failed);
  await visit('help, call failed');
  sandbox.tenantApi.faults.clear('createHelpCall');
  await touch(helpCall.again);
  await expect(page.getByText(helpCall.waiting)).toBeVisible();
  await visit('help, called');
  await touch(helpCall.callOff);
  await expect(page.getByRole('button', { name: helpCall.call })).toBeVisible();
  await touch(frame.close);
}
