import type { Page } from 'playwright/test';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { TAKES_DOCUMENTS } from './access/hand-in-screens.ts';
import { heading, openMenu, signIn } from './journey.ts';
import { expect, filled, isolated, readable, test, words } from './shared-kiosk.ts';
import { touch } from './touch.ts';

const t = words.situation;

test.use({ config: TAKES_DOCUMENTS });

test('a tenant asks for another mobile number: it waits beside the one in force, and can be taken back', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox);
  const finger = await touch(page);
  await open(page, 'contact');
  await expect(page.getByText('06 12 34 56 78')).toBeVisible();
  await expect(page.getByText(filled(t.states.pending, { day: '5 juillet 2018' }))).toBeVisible();
  await button(page, t.edit.mobilePhone).click();
  for (const figure of '0549603838')
    await finger.tap(page.getByRole('button', { name: figure, exact: true }));
  await expect(page.getByLabel(t.fields.mobilePhone)).toHaveValue('05 49 60 38 38');
  await next(page);
  await expect(page.getByRole('alert')).toHaveText(t.faults.notMobile);
  await page.getByLabel(t.fields.mobilePhone).fill('00447911123456');
  await next(page);

  await expect(heading(page)).toHaveText(t.confirm.title);
  const said = readable(await page.getByRole('main').innerText());
  for (const each of ['06 12 34 56 78', '+44 7911 123456', t.confirm.later.mobilePhone]) {
    expect(said).toContain(each);
  }
  await send(page);
  expect(askedOf(sandbox)[0]?.change).toEqual({ kind: 'mobilePhone', phone: '+447911123456' });
  await button(page, t.sent.overview).click();
  await expect(page.getByText('06 12 34 56 78')).toBeVisible();
  await expect(page.getByText('+44 7911 123456')).toBeVisible();

  await button(page, t.withdraw).click();
  await expect(page.getByText('+44 7911 123456')).toHaveCount(0);
  await expect.poll(() => askedOf(sandbox)).toEqual([]);

  await button(page, t.edit.landlinePhone).click();
  await button(page, t.removeNumber).click();
  await expect(page.getByText(t.noNumber)).toBeVisible();
  await send(page);
  expect(askedOf(sandbox)[0]?.change).toEqual({ kind: 'landlinePhone', phone: null });
});

test('a tenant says that somebody moved in, with a proof, and that somebody left', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox);
  await open(page, 'family');
  await button(page, t.addPerson).click();
  await page.getByLabel(t.fields.givenName, { exact: true }).fill('Léa');
  await next(page);
  await expect(page.getByRole('alert')).toHaveText(t.faults.missing);
  await page.getByLabel(t.fields.familyName, { exact: true }).fill('Martin');
  await next(page);
  await page.getByLabel(words.dateFields.day, { exact: true }).fill('2');
  await page.getByLabel(words.dateFields.month, { exact: true }).fill('7');
  await page.getByLabel(words.dateFields.year, { exact: true }).fill('2018');
  await next(page);
  await expect(page.getByText(t.proof.occupantAdded)).toBeVisible();
  await button(page, words.documents.scan).click();
  await expect(page.getByRole('img', { name: filled(words.documents.page, { number: '1' }) })).toBeVisible();
  await next(page);
  await send(page);

  const [document] = sandbox.tenantApi.documents.all();
  expect(askedOf(sandbox)[0]).toMatchObject({
    change: { kind: 'occupantAdded', givenName: 'Léa', familyName: 'Martin', bornOn: '2018-07-02' },
    documentIds: [document?.id],
  });
  await button(page, t.sent.overview).click();
  await button(page, filled(t.edit.occupantRemoved, { name: isolated('Paul Martin') })).click();
  await button(page, t.proof.without).click();
  await send(page);
  expect(askedOf(sandbox)[0]?.change).toEqual({
    kind: 'occupantRemoved',
    occupantId: 'occupant-0104473-2',
  });
});

test('a tenant says that they work again, and for whom', async ({ page, sandbox }) => {
  await signIn(page, sandbox);
  await open(page, 'work');
  await button(page, t.edit.work).click();
  await button(page, t.workStatuses.employed).click();
  await next(page);
  await expect(page.getByRole('alert')).toHaveText(t.faults.missing);
  await page.getByLabel(t.fields.employer).fill('Boulangerie du Marché');
  await next(page);
  await button(page, t.proof.without).click();
  await expect(page.getByText(t.workStatuses.retired)).toBeVisible();
  await send(page);

  expect(askedOf(sandbox)[0]?.change).toEqual({
    kind: 'work',
    status: 'employed',
    employer: 'Boulangerie du Marché',
  });
});

async function open(page: Page, section: keyof typeof t.sections): Promise<void> {
  await openMenu(page, 'situation');
  await button(page, t.sections[section].tile).click();
  await expect(heading(page)).toHaveText(t.sections[section].title);
}

async function send(page: Page): Promise<void> {
  await button(page, t.confirm.send).click();
  await expect(page.getByText(t.sent.transmitted)).toBeVisible();
}

function next(page: Page): Promise<void> {
  return button(page, words.dateFields.next).click();
}

function button(page: Page, name: string) {
  return page.getByRole('button', { name });
}

function askedOf(sandbox: Sandbox) {
  return sandbox.tenantApi.tenants[0]?.profile.changes ?? [];
}
