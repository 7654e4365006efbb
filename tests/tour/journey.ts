/** From the attract screen to a printed statement and back, as one person would go, with a look at each step. */
import { expect, type Page } from 'playwright/test';
import { filled, shaped, words } from '../e2e/words.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';

const TENANT = 'jeanne.martin@exemple.fr';
const WRONG_PASSWORD = 'Bienvenue-2017';

export interface Walk {
  page: Page;
  sandbox: Sandbox;
  /** Called at each step, when the screen shows what the name says. */
  step: (name: string) => Promise<void>;
}

export async function journey({ page, sandbox, step }: Walk): Promise<void> {
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const heading = (name: string | RegExp) =>
    expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

  await expect(button(words.attract.invitation)).toBeVisible();
  await step('attract');

  await button(words.attract.invitation).click();
  await heading(words.signIn.title);
  await step('sign-in');
  await button(words.help.open).click();
  await expect(page.getByText(words.help.desk)).toBeVisible();
  await step('help');
  await button(words.frame.close).click();

  await page.getByLabel(words.signIn.email, { exact: true }).fill(TENANT);
  await page.getByLabel(words.signIn.password, { exact: true }).fill(WRONG_PASSWORD);
  await button(words.signIn.submit).click();
  await expect(page.getByText(words.errors.CREDENTIALS_INVALID)).toBeVisible();
  await step('wrong-password');
  await page.getByLabel(words.signIn.password, { exact: true }).fill(sandbox.tenantApi.password);
  await button(words.signIn.submit).click();

  await expect(button(words.home.accountText)).toBeVisible();
  await expect(page.getByText(/27,74/)).toBeVisible();
  await step('home');

  await button(words.home.accountText).click();
  await expect(page.getByRole('row', { name: 'Chèque bancaire' })).toBeVisible();
  await step('account');
  await button(words.account.changePeriod).click();
  await step('period');
  await button(filled(words.periods.year, { year: '2018' })).click();
  await expect(page.getByRole('row', { name: 'Chèque bancaire' })).toBeVisible();
  await step('account-2018');

  await button(words.account.getStatement).click();
  await heading(words.statement.title);
  await step('statement');
  await button(shaped(words.statement.sendTo)).click();
  await expect(page.getByText(words.email.transmittedText)).toBeVisible();
  await step('statement-sent');
  await button(words.frame.back).click();

  sandbox.printer.behave({ name: 'slow', pages: 1, secondsPerPage: 2 });
  await button(words.statement.print).click();
  await expect(page.getByText(words.printing.stay)).toBeVisible();
  await step('printing');
  await expect(page.getByText(words.printing.takePaper)).toBeVisible();
  await step('take-your-paper');

  await button(words.frame.finish).click();
  await expect(page.getByText(words.attract.ended.finished)).toBeVisible();
  await step('goodbye');
  await expect(page.getByText(words.attract.ended.finished)).toHaveCount(0, { timeout: 20_000 });
  await step('attract-again');
}
