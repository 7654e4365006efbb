import type { Page } from 'playwright/test';
import { TAKES_DOCUMENTS } from './access/hand-in-screens.ts';
import { heading, openMenu, signIn } from './journey.ts';
import { expect, filled, readable, test, words } from './shared-kiosk.ts';
import { touch } from './touch.ts';

const t = words.insurance;

test.use({ config: TAKES_DOCUMENTS });

test('a tenant sends an insurance certificate with its dates and its document, and finds it in the history', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox);
  const finger = await touch(page);
  await openMenu(page, 'documents');
  await button(page, t.tile).click();
  await expect(page.getByText(t.standing.endsSoon.todo)).toBeVisible();
  await expect(page.getByText(t.refusals.unreadable)).toBeVisible();
  await button(page, t.send).click();

  await test.step('the first day, on the large keys', async () => {
    await expect(heading(page)).toHaveText(t.from.title);
    for (const key of '31042018') await finger.tap(button(page, key));
    await button(page, words.dateFields.next).click();
    await expect(page.getByRole('alert')).toHaveText(
      filled(words.dateFields.faults.noSuchDay_other, { count: '30' }),
    );
    await writeDate(page, '30', '07', '2018');
    await button(page, words.dateFields.next).click();
  });
  await test.step('the last day: before the first one, then doubtful, then right', async () => {
    await expect(heading(page)).toHaveText(t.to.title);
    await writeDate(page, '29', '07', '2018');
    await button(page, words.dateFields.next).click();
    await expect(page.getByRole('alert')).toContainText('30 juillet 2018');
    await writeDate(page, '29', '07', '2021');
    await button(page, words.dateFields.next).click();
    await expect(page.getByText(t.doubts.longerThanUsual)).toBeVisible();
    await writeDate(page, '29', '07', '2019');
    await button(page, words.dateFields.next).click();
  });
  await button(page, words.documents.scan).click();
  await expect(page.getByRole('img', { name: filled(words.documents.page, { number: '1' }) })).toBeVisible();
  await button(page, words.dateFields.next).click();
  await expect(heading(page)).toHaveText(t.summary.title);
  const summary = readable(await page.getByRole('main').innerText());
  for (const said of ['30 juillet 2018', '29 juillet 2019', '1 page']) expect(summary).toContain(said);
  await button(page, t.summary.send).click();

  await expect(page.getByText(filled(t.sent.transmitted, { day: '29 juillet 2019' }))).toBeVisible();
  const [document] = sandbox.tenantApi.documents.all();
  expect(document).toMatchObject({ kind: 'insuranceCertificate', accountId: 'account-004473' });
  expect(sandbox.tenantApi.tenants[0]?.accounts[0]?.insurance.certificates[0]).toMatchObject({
    insuredFrom: '2018-07-30',
    insuredTo: '2019-07-29',
    documentIds: [document?.id],
  });
  await button(page, t.sent.print).click();
  await expect(page.getByText(words.printing.takePaper)).toBeVisible();
  await button(page, words.frame.back).click();
  await expect(page.getByText(t.states.received)).toBeVisible();
  await expect(page.getByText(filled(t.standing.insured.is, { day: '29 juillet 2019' }))).toBeVisible();
  await test.step('home reminds of it no more', async () => {
    await button(page, words.frame.back).click();
    await expect(heading(page)).toHaveText(words.menus.documents.title);
    await button(page, words.frame.back).click();
    await expect(page.getByRole('button', { name: words.menus.documents.text })).toBeVisible();
    await expect(button(page, t.reminder.go)).toHaveCount(0);
  });
});

test('a tenant whose insurance runs out is reminded at home, and led to it', async ({ page, sandbox }) => {
  await signIn(page, sandbox);
  const reminder = page.getByText(filled(t.reminder.endsSoon, { day: '29 juillet 2018' }));
  await expect(reminder).toBeVisible();
  // It comes when it is known: nothing stands after it that could move away under a finger.
  const lastTile = await page.getByRole('button', { name: words.menus.practical.text }).boundingBox();
  expect((await reminder.boundingBox())?.y).toBeGreaterThan(lastTile?.y ?? Number.POSITIVE_INFINITY);

  await button(page, t.reminder.go).click();

  await expect(heading(page)).toHaveText(t.title);
  await expect(page.getByText(t.standing.endsSoon.todo)).toBeVisible();
});

async function writeDate(page: Page, day: string, month: string, year: string): Promise<void> {
  await page.getByLabel(words.dateFields.day, { exact: true }).fill(day);
  await page.getByLabel(words.dateFields.month, { exact: true }).fill(month);
  await page.getByLabel(words.dateFields.year, { exact: true }).fill(year);
}

function button(page: Page, name: string) {
  return page.getByRole('button', { name, exact: name.length === 1 });
}
