import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { begin, finish, heading, openMenu, openWithoutSigningIn, signIn } from './journey.ts';
import { expect, readable, test, words } from './shared-kiosk.ts';

const { paymentMethods } = words;

test('whoever has no account is told of each way to pay, and takes the direct debit form home', async ({
  page,
  sandbox,
}) => {
  await begin(page);
  await openWithoutSigningIn(page);
  await page.getByRole('button', { name: words.home.paymentMethods }).click();
  await expect(heading(page)).toHaveText(paymentMethods.title);

  for (const { name, what, needs, time } of Object.values(paymentMethods.methods)) {
    await page.getByRole('button', { name }).click();
    await expect(heading(page)).toHaveText(name);
    // There is no address on file to send anything to.
    await expect(page.getByRole('button', { name: paymentMethods.form.email })).toHaveCount(0);
    for (const text of [what, needs.first, needs.second, time])
      await expect(page.getByText(text)).toBeVisible();
    await page.getByRole('button', { name: words.frame.back, exact: true }).click();
  }
  const form = await printForm(page, sandbox.printedFolder);

  expect(form).toContain('Mandat de prélèvement SEPA');
  expect(form).toContain('Numéro de compte international (IBAN)');
  expect(form).toMatch(/remboursement .* 8 semaines .* 13 mois/);
  await page.getByRole('button', { name: paymentMethods.form.home }).click();
  await expect(heading(page)).toHaveText(paymentMethods.title);
});

test('whoever is signed in finds their name and their lease on the form, on paper and by e-mail', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox);
  await openMenu(page, 'payments');
  await page.getByRole('button', { name: words.home.paymentMethods }).click();

  const form = await printForm(page, sandbox.printedFolder);

  expect(form).toContain('Mme Jeanne Martin');
  expect(form).toContain('004473');
  await page.getByRole('button', { name: words.frame.back, exact: true }).click();
  await page.getByRole('button', { name: paymentMethods.form.email }).click();
  await expect(page.getByText(words.email.transmittedText)).toBeVisible();
  const [email] = sandbox.tenantApi.mailbox.emails;
  expect(email?.text).toContain('Titulaire du compte : Mme Jeanne Martin');
  await finish(page);
  await expect(page.locator('body')).not.toContainText('Martin');
});

/** From the list of ways to pay. What stands on the paper. */
async function printForm(page: Page, printedFolder: string): Promise<string> {
  await page.getByRole('button', { name: paymentMethods.methods.directDebit.name }).click();
  await page.getByRole('button', { name: paymentMethods.form.print }).click();
  await expect(heading(page)).toHaveText(words.printing.takePaper);
  const [file = ''] = readdirSync(printedFolder);
  return readable(
    execFileSync('pdftotext', ['-layout', join(printedFolder, file), '-'], { encoding: 'utf8' }),
  );
}
