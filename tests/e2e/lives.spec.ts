import type { Page } from 'playwright/test';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { begin, enterCredentials, heading, signIn } from './journey.ts';
import { expect, filled, isolated, test, words } from './shared-kiosk.ts';

const { home, lives, directDebit, frame, menus, requests, situation } = words;

const COMING = 'ines.fontaine@exemple.fr';
const FORMER = 'gerard.roux@exemple.fr';
const JOINT = ['amina.haddad@exemple.fr', 'paul.girard@exemple.fr'] as const;

const service = (page: Page, text: string) => page.getByRole('button', { name: text });

test('a tenant whose lease begins next month is welcomed, owes nothing, and can prepare', async ({
  page,
  sandbox,
}) => {
  await begin(page);
  await enterCredentials(page, COMING, sandbox.tenantApi.password);

  await expect(page.getByText(lives.welcome)).toBeVisible();
  await expect(page.getByText(filled(lives.begins, { day: '1er août 2018' }))).toBeVisible();
  for (const text of [home.payText, home.accountText, home.statementText]) {
    await expect(service(page, text)).toHaveCount(0);
  }
  await service(page, menus.payments.text).click();
  await service(page, directDebit.tileText).click();
  await expect(page.getByText(directDebit.none.title)).toBeVisible();
});

test('a former tenant sees what is left, can pay it, has the statement and may ask, but signs no direct debit', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox, FORMER);

  await expect(page.getByText(filled(lives.ended, { day: '28 avril 2018' }))).toBeVisible();
  await expect(page.getByText(lives.endedOwing)).toBeVisible();
  await service(page, menus.payments.text).click();
  await expect(service(page, home.paymentsText)).toBeVisible();
  await expect(service(page, directDebit.tileText)).toHaveCount(0);
  await page.getByRole('button', { name: frame.back, exact: true }).click();
  await service(page, home.statementText).click();
  await expect(heading(page)).toHaveText(words.statement.title);
  await page.getByRole('button', { name: frame.back, exact: true }).click();
  await service(page, situation.sections.contact.tileText).click();
  await expect(page.getByText(situation.hasLeft)).toBeVisible();
  await page.getByRole('button', { name: frame.back, exact: true }).click();
  await service(page, menus.requests.text).click();
  await service(page, requests.tiles.writeText).click();
  await expect(service(page, requests.natureTexts.dwelling)).toHaveCount(0);
  await service(page, requests.natureTexts.question).click();
  await page.getByLabel(requests.text.label).fill('Quand le dépôt de garantie est-il rendu ?');
  await page.getByRole('button', { name: requests.form.next, exact: true }).click();
  await service(page, requests.summary.send).click();
  await expect(page.getByText(requests.sent.transmitted)).toBeVisible();
  await service(page, words.statement.backHome).click();
  await service(page, home.payText).click();
  await expect(heading(page)).toHaveText(words.payment.title);
});

for (const email of JOINT) {
  test(`${email}, who signed a lease with somebody, signs in alone and sees both names`, async ({
    page,
    sandbox,
  }) => {
    await signIn(page, sandbox, email);

    const names = `${isolated('Mme Amina Haddad')} et ${isolated('M. Paul Girard')}`;
    await expect(page.getByText(filled(lives.holders, { names }))).toBeVisible();
  });
}

for (const count of [3, 24]) {
  test(`with ${count} leases, home shows every service with nothing to scroll`, async ({ page, sandbox }) => {
    await withLeases(sandbox, count);

    await signIn(page, sandbox, 'thomas.leroux@exemple.fr');

    await expect(service(page, home.payText)).toBeVisible();
    await expect(service(page, frame.scrollDown)).toHaveCount(0);
    await expect(page.getByRole('main').getByRole('listitem').first()).toContainText('24,00');
  });
}

/** The last of them is the one that something is owed for. */
async function withLeases(sandbox: Sandbox, count: number): Promise<void> {
  await sandbox.tenantApi.addTenant({
    number: '0107070',
    displayName: 'M. Thomas Leroux',
    email: 'thomas.leroux@exemple.fr',
    story: 'Plusieurs garages',
    leases: Array.from({ length: count }, (_, index) => ({
      number: `07070${index}`,
      addressLines: [`Garage ${index + 1}`, '24 rue des Deux-Communes', '86000 Poitiers'],
      startsOn: '2018-01-01',
      endsOn: null,
      bookings:
        index === count - 1
          ? [{ postedOn: '2018-06-26', label: 'GAR 06/18', direction: 'debit' as const, amountCents: 24_00 }]
          : [],
    })),
  });
}
