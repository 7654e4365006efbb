import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openAccount, signIn } from './journey.ts';
import { expect, test, words } from './shared-kiosk.ts';

test('a tenant signs in, sees what is owed, prints a statement and leaves nothing behind', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox);
  await expect(page.getByText('27,74')).toBeVisible();

  await openAccount(page);
  await expect(page.getByRole('row', { name: /LOG 004473|APL|Chèque bancaire/ })).toHaveCount(7);
  await expect(page.getByRole('row', { name: 'Chèque bancaire' })).toContainText('43,86');

  await page.getByRole('button', { name: words.account.getStatement }).click();
  await page.getByRole('button', { name: words.statement.print }).click();
  await expect(page.getByText(words.printing.takePaper)).toBeVisible();

  const printed = readdirSync(sandbox.printedFolder);
  expect(printed).toHaveLength(1);
  const text = execFileSync('pdftotext', ['-layout', join(sandbox.printedFolder, printed[0] ?? ''), '-'], {
    encoding: 'utf8',
  });
  expect(text).toContain('Chèque bancaire');
  expect(text).toMatch(/27,74\s€/);

  await page.getByRole('button', { name: words.frame.finish }).click();
  await expect(page.getByRole('button', { name: words.attract.invitation })).toBeVisible();
  await expect(page.getByText(words.attract.ended.finished)).toBeVisible();
  await expect(page.locator('body')).not.toContainText('Martin');
});

test('what a tenant has before their eyes is printed although the line has been cut', async ({
  page,
  sandbox,
}) => {
  const { faults } = sandbox.tenantApi;
  await signIn(page, sandbox);
  await openAccount(page);
  await expect(page.getByRole('row', { name: 'Chèque bancaire' })).toBeVisible();
  const before = readdirSync(sandbox.printedFolder).length;
  faults.set('all', { effect: { kind: 'cut', moment: 'beforeEffect' } });

  await page.getByRole('button', { name: words.account.getStatement }).click();
  await page.getByRole('button', { name: words.statement.print }).click();
  await expect(page.getByText(words.printing.takePaper)).toBeVisible();

  faults.clear();
  expect(readdirSync(sandbox.printedFolder)).toHaveLength(before + 1);
});
