import type { Page } from 'playwright/test';
import { codeIn, lastEmail, linkIn, MARGUERITE, NEW_PASSWORD, typeBirthDate } from './joining.ts';
import { begin, enterCredentials, heading, LEAFLET_TENANT } from './journey.ts';
import { expect, words } from './kiosk.ts';
import { test } from './shared-kiosk.ts';

const { joining, lostPassword, newPassword } = words;

const touch = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });

test('a tenant creates their account, validates it on their telephone, and the kiosk signs them in', async ({
  page,
  sandbox,
}) => {
  await begin(page);
  await touch(page, joining.open);
  await touch(page, joining.start.go);
  await sayWho(page, MARGUERITE);

  await field(page, joining.email.label).fill(MARGUERITE.email);
  await touch(page, joining.next);
  await field(page, newPassword.label).fill(NEW_PASSWORD);
  await field(page, newPassword.again).fill(NEW_PASSWORD);
  await touch(page, joining.next);
  await touch(page, joining.consent.accept);
  await expect(heading(page)).toHaveText(joining.wait.title);
  await touch(page, joining.wait.later);
  await page.getByRole('button', { name: joining.later.print }).click();
  await expect(heading(page)).toHaveText(words.printing.takePaper);
  await touch(page, joining.later.backToWait);
  const link = linkIn(lastEmail(sandbox));
  await fetch(link);
  await expect(page.getByText(joining.wait.phases.opened)).toBeVisible();
  await fetch(link, { method: 'POST' });

  await expect(heading(page)).toContainText('Marguerite Lévêque');
  await touch(page, words.frame.finish);
  await begin(page);
  await enterCredentials(page, MARGUERITE.email, NEW_PASSWORD);
  await expect(heading(page)).toContainText('Marguerite Lévêque');
});

test('whoever is unknown, or has an account already, learns what to do, and nothing of anybody', async ({
  page,
  sandbox,
}) => {
  await begin(page);
  await touch(page, joining.open);
  await touch(page, joining.start.go);
  await sayWho(page, { ...MARGUERITE, birthDate: '1943-03-15' });
  await expect(heading(page)).toHaveText(joining.refused.title);
  await expect(page.getByText(joining.refused.desk)).toBeVisible();
  await page.getByRole('region', { name: joining.refused.number }).getByRole('button').click();
  await sayWho(page, { number: '0104473', name: 'Martin', birthDate: '1952-05-17' });

  await expect(heading(page)).toHaveText(joining.already.title);

  await page.getByRole('button', { name: joining.already.lostText }).click();
  await expect(heading(page)).toHaveText(lostPassword.email.title);
  expect(sandbox.tenantApi.mailbox.emails).toEqual([]);
});

test('whoever goes back while they are looked for stays there, and is found by what they then say', async ({
  page,
  sandbox,
}) => {
  const { faults } = sandbox.tenantApi;
  await begin(page);
  await touch(page, joining.open);
  await touch(page, joining.start.go);
  faults.set('createTenantRegistration', { latencyMilliseconds: 1_000, times: 1 });
  await sayWho(page, { number: '0109905', name: 'Perrin', birthDate: '1999-12-05' });
  await expect(page.getByText(joining.identifying)).toBeVisible();
  for (const before of [joining.birth.title, joining.name.title, joining.number.title]) {
    await touch(page, words.frame.back);
    await expect(heading(page)).toHaveText(before);
  }
  await expect(field(page, joining.number.label)).toHaveValue('0109905');
  await sayWho(page, MARGUERITE);
  await expect(heading(page)).toHaveText(joining.email.title);
  await field(page, joining.email.label).fill(MARGUERITE.email);
  await touch(page, joining.next);
  await field(page, newPassword.label).fill(NEW_PASSWORD);
  await field(page, newPassword.again).fill(NEW_PASSWORD);
  await touch(page, joining.next);
  await touch(page, joining.consent.accept);
  await expect(heading(page)).toHaveText(joining.wait.title);
  await fetch(linkIn(lastEmail(sandbox)), { method: 'POST' });

  await expect(heading(page)).toContainText('Marguerite Lévêque');
});

test('a lost password is replaced by a code typed at the kiosk, and an unknown address is answered alike', async ({
  page,
  sandbox,
}) => {
  await begin(page);
  await touch(page, lostPassword.open);
  await askFor(page, 'personne@exemple.fr');
  await expect(heading(page)).toHaveText(lostPassword.code.title);
  expect(sandbox.tenantApi.mailbox.emails).toEqual([]);
  await touch(page, words.frame.back);
  await askFor(page, LEAFLET_TENANT);
  await expect(heading(page)).toHaveText(lostPassword.code.title);
  const code = codeIn(lastEmail(sandbox));

  await field(page, lostPassword.code.label).fill(code === '000000' ? '000001' : '000000');
  await touch(page, lostPassword.code.submit);
  await expect(page.getByRole('alert')).toHaveText(words.errors.RESET_CODE_WRONG);
  await field(page, lostPassword.code.label).fill(code);
  await touch(page, lostPassword.code.submit);
  await field(page, newPassword.label).fill(NEW_PASSWORD);
  await field(page, newPassword.again).fill(NEW_PASSWORD);
  await touch(page, newPassword.save);

  await expect(heading(page)).toContainText('Jeanne Martin');
});

test('a password that was changed on the telephone is typed at the kiosk, which has kept the address', async ({
  page,
  sandbox,
}) => {
  await begin(page);
  await field(page, words.signIn.email).fill(LEAFLET_TENANT);
  await touch(page, lostPassword.open);
  await expect(field(page, joining.email.label)).toHaveValue(LEAFLET_TENANT);
  await touch(page, lostPassword.email.send);
  await expect(heading(page)).toHaveText(lostPassword.code.title);
  await test.step('a look at another screen loses neither the e-mail that was sent nor where it went', async () => {
    await touch(page, words.help.open);
    await page.getByRole('button', { name: words.requests.tiles.assistance }).click();
    await expect(heading(page)).toHaveText(words.requests.text.title);
    await touch(page, words.frame.back);
    await expect(heading(page)).toHaveText(lostPassword.code.title);
    await expect(page.getByText(LEAFLET_TENANT)).toBeVisible();
  });

  const body = new URLSearchParams({ password: NEW_PASSWORD, again: NEW_PASSWORD });
  await fetch(linkIn(lastEmail(sandbox)), { method: 'POST', body });

  await expect(page.getByText(lostPassword.changed)).toBeVisible();
  await expect(field(page, words.signIn.email)).toHaveValue(LEAFLET_TENANT);
});

async function sayWho(
  page: Page,
  { number, name, birthDate }: { number: string; name: string; birthDate: string },
): Promise<void> {
  await field(page, joining.number.label).fill(number);
  await touch(page, joining.next);
  await field(page, joining.name.label).fill(name);
  await touch(page, joining.next);
  await typeBirthDate(page, words, birthDate);
  await touch(page, joining.next);
}

async function askFor(page: Page, email: string): Promise<void> {
  // The sign-in screen has a field of the same name.
  await expect(heading(page)).toHaveText(lostPassword.email.title);
  await field(page, joining.email.label).fill(email);
  await touch(page, lostPassword.email.send);
}
