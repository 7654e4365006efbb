/** What a dwelling used and costs, its papers, and paying for it at a post office. */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { heading, LEAFLET_TENANT, openMenu, signIn } from './journey.ts';
import { expect, filled, readable, shaped, test, words } from './shared-kiosk.ts';

const { consumption, charges, papers, cashSlip } = words;

/** With meters of 30 and 14 months in the flat, two months of the one not read; none in the garage. */
const METERED = 'lucas.moreau@exemple.fr';
const FLAT = '006120';

test('my consumption beside the year before and similar homes, as a picture and as a table', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox, METERED);
  await openMenu(page, 'consumption');
  await touch(page, consumption.tileText);
  await expect(page.getByText(consumption.noMeter)).toBeVisible();
  await touch(page, words.account.changeLease);
  await page.getByRole('dialog').getByRole('button', { name: FLAT }).click();

  const picture = page.getByRole('img', { name: shaped(consumption.beforeSame) });
  await expect(picture).toHaveAttribute('aria-label', shaped(consumption.similarLess));
  // Twelve months, of which two were not read.
  await expect(picture.locator('.chart__bar')).toHaveCount(10);
  await expect(page.getByText(shaped(consumption.missing))).toContainText(
    'février\u00a02018, mars\u00a02018',
  );
  await expect(page.getByText(shaped(consumption.replaced))).toContainText('14\u00a0octobre\u00a02017');
  const table = page.getByRole('table', { name: `${consumption.energies.electricity}, en kWh` });
  await expect(table.getByRole('row', { name: 'mars 2018' })).toContainText(consumption.notRead);
  await expect(table.getByRole('row', { name: 'avril 2018' })).toContainText('(estimé)');

  await page.getByRole('radio', { name: consumption.energies.hotWater }).click();
  await expect(page.getByRole('table', { name: `${consumption.energies.hotWater}, en m³` })).toBeVisible();
  await page.getByRole('radio', { name: consumption.byYear }).click();
  await expect(page.getByRole('row', { name: /^2018/ })).toContainText(
    filled(consumption.soFar, { amount: '', count: '6' }).trim(),
  );
  await expect(page.getByRole('button', { name: shaped(consumption.portal) })).toBeVisible();
});

test('my charges, heading by heading, with what was left of them', async ({ page, sandbox }) => {
  await signIn(page, sandbox, METERED);
  await openMenu(page, 'consumption');
  await touch(page, charges.tileText);
  await touch(page, words.account.changeLease);
  await page.getByRole('dialog').getByRole('button', { name: FLAT }).click();

  await expect(page.getByText(charges.notSettled)).toBeVisible();
  const year = page.getByRole('table', { name: /2017/ });
  await expect(year.getByRole('row', { name: 'Chaufferie collective' })).toContainText(
    /456,00\s€\s*401,28\s€/,
  );
  await expect(year.getByRole('row', { name: charges.total })).toContainText(/930,60\s€\s*894,61\s€/);
  await expect(page.getByText(filled(charges.returned, { amount: '35,99\u00a0€' }))).toBeVisible();
});

test('a quittance for a month that is paid, on paper; for a month in part, a receipt and no quittance', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox);
  await openRentPapers(page);

  const june = page.getByRole('listitem').filter({ hasText: 'juin 2018' });
  await expect(june).toContainText(
    filled(papers.leftToPay, { left: '27,74\u00a0€', amount: '46,62\u00a0€' }),
  );
  await expect(june).toContainText(papers.noQuittanceReceipt);
  await expect(june.getByRole('button', { name: papers.rent.receipt })).toBeVisible();
  await expect(june.getByRole('button', { name: papers.rent.quittance })).toHaveCount(0);

  await touch(page, `${papers.rent.quittance}, mai 2018`);
  await expect(page.locator('canvas')).toHaveAttribute('aria-busy', 'false');
  await touch(page, papers.print);
  await expect(heading(page)).toHaveText(words.printing.takePaper);
  expect(printed(sandbox.printedFolder)).toContain('et lui en donne quittance');
});

test('a rent notice by e-mail', async ({ page, sandbox }) => {
  await signIn(page, sandbox);
  await openRentPapers(page);
  await touch(page, `${papers.rent.rentNotice}, juin 2018`);

  await touch(page, papers.email);
  await expect(page.getByText(words.email.transmittedText)).toBeVisible();

  const [email] = sandbox.tenantApi.mailbox.emails;
  expect(email).toMatchObject({ to: LEAFLET_TENANT, subject: 'Avis d’échéance' });
  expect(email?.text).toContain('2018-06');
});

test('my lease, looked at page by page and printed', async ({ page, sandbox }) => {
  await signIn(page, sandbox);
  await openMenu(page, 'documents');
  await touch(page, papers.leaseTileText);
  await touch(page, papers.lease.lease);

  await expect(page.locator('canvas')).toHaveAttribute('aria-busy', 'false');
  await touch(page, words.printing.preview.next);
  await expect(page.getByText(filled(words.printing.page_other, { page: '2', count: '2' }))).toBeVisible();
  await touch(page, papers.print);
  await expect(heading(page)).toHaveText(words.printing.takePaper);
  expect(printed(sandbox.printedFolder)).toContain('Contrat de location');
});

test('a slip with its code, to pay a part in cash at the post office', async ({ page, sandbox }) => {
  await signIn(page, sandbox);
  await openMenu(page, 'payments');
  await touch(page, words.home.paymentMethodsText);
  await touch(page, words.paymentMethods.methods.efficash.name);
  await touch(page, cashSlip.open);
  await touch(page, cashSlip.part);
  await page.getByLabel(words.payment.amountLabel).fill('20');
  await touch(page, words.payment.continue);

  await expect(heading(page)).toHaveText(cashSlip.ready);
  await expect(page.getByText('EKI0\u00a00447\u00a03000\u00a01')).toBeVisible();
  await touch(page, cashSlip.print);
  await expect(heading(page)).toHaveText(words.printing.takePaper);
  const slip = printed(sandbox.printedFolder);
  expect(slip).toContain('20,00 €');
  expect(slip).toContain('EKI0 0447 3000 1');
});

async function openRentPapers(page: Page): Promise<void> {
  await openMenu(page, 'documents');
  await touch(page, papers.rentTileText);
  await expect(heading(page)).toHaveText(papers.rentTitle);
}

async function touch(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).click();
}

/** What stands on the one document that came out of the printer. */
function printed(folder: string): string {
  const [file = ''] = readdirSync(folder);
  return readable(execFileSync('pdftotext', ['-layout', join(folder, file), '-'], { encoding: 'utf8' }));
}
