/**
 * What somebody at the desk could learn of the person whom they guide: thirty things typed, and all that the landlord
 * knows of them shown, while everything that the kiosk sends over the relay is kept and searched.
 */
import type { Page } from 'playwright/test';
import { type Messages, ownTextsOf } from '../../renderer/app/mirror/own-texts.ts';
import { mirrorOn, openDesk, startGuiding } from '../e2e/desk.ts';
import { begin, heading, openMenu, openWithoutSigningIn } from '../e2e/journey.ts';
import { expect, test, words } from '../e2e/shared-kiosk.ts';
import { secretsIn, strangersIn } from './guide-traffic.ts';
import { LEFT, MARKED_TENANT, MARKERS } from './markers.ts';

const { joining, frame, requests: t, directDebit, situation } = words;

/** What the landlord knows of her: it stands on the screens that are mirrored. */
const KNOWN = Object.fromEntries(Object.entries(MARKERS).filter(([name]) => !(name in LEFT)));

/** Each typed into a field that takes it, where they stand. */
const TYPED = {
  signInEmail: ['jubjub.slithy@exemple.fr', 'uffish.thought@exemple.fr', 'tulgey-wood@exemple.fr'],
  signInPassword: ['Galumphing4711!', 'Snickersnack9042', 'Frabjous-Callooh-88'],
  tenantNumber: ['7418529', '9630741'],
  familyName: ['Tumtumtree', 'Brillighaven', 'Wabesdatter'],
  lostEmail: ['manxome.foe@exemple.fr', 'whiffling.wood@exemple.fr'],
  noticeReference: ['90817263544536', '61524334251607'],
  helpText: ['Calloohcallay whiffling', 'Mimsyborogove brillig', 'Outgraberath slithytoves'],
  helpName: ['Beamishboy', 'Jabberjubjub'],
  helpPhone: ['0698271435', '0671828459'],
  requestText: ['Bandersnatch frumious', 'Vorpalblade snick', 'Gyregimble wabe'],
  mobile: ['0549271828', '0549314159'],
  iban: ['FR1420041010050500013M02606', 'DE89370400440532013000', 'CH9300762011623852957'],
} as const;

test('of thirty things typed and all that is shown of a tenant, not one goes over the relay', async ({
  page,
  sandbox,
}) => {
  const { tenantApi } = sandbox;
  await tenantApi.addTenant(MARKED_TENANT);
  const desk = await openDesk(sandbox);
  try {
    const mirror = mirrorOn(desk.page);
    const seesTitle = (title: string) => expect(mirror.getByRole('heading', { level: 1 })).toHaveText(title);
    await begin(page);
    await startGuiding(page, desk.page);

    await type(page, words.signIn.email, TYPED.signInEmail);
    await type(page, words.signIn.password, TYPED.signInPassword);

    await touch(page, joining.open);
    await touch(page, joining.start.go);
    await type(page, joining.number.label, TYPED.tenantNumber);
    await touch(page, joining.next);
    await type(page, joining.name.label, TYPED.familyName);
    await seesTitle(joining.name.title);
    await backTo(page, words.signIn.title);

    await touch(page, words.lostPassword.open);
    await type(page, joining.email.label, TYPED.lostEmail);
    await seesTitle(words.lostPassword.email.title);
    await backTo(page, words.signIn.title);

    await openWithoutSigningIn(page);
    await touch(page, t.tiles.assistanceText);
    await type(page, t.text.label, TYPED.helpText);
    await touch(page, t.form.next);
    await type(page, t.person.name, TYPED.helpName);
    await touch(page, t.form.next);
    await type(page, t.reach.phoneLabel, TYPED.helpPhone);
    await touch(page, t.form.next);
    // All of it, written out.
    await seesTitle(t.summary.title);
    await backTo(page, words.withoutSigningIn.title);
    await touch(page, words.rentNotice.lead);
    await touch(page, words.rentNotice.type);
    await type(page, words.rentNotice.reference, TYPED.noticeReference);
    await backTo(page, words.withoutSigningIn.title);
    await backTo(page, words.signIn.title);

    await type(page, words.signIn.email, [MARKED_TENANT.email]);
    await type(page, words.signIn.password, [tenantApi.password]);
    await touch(page, words.signIn.submit);
    await touch(page, words.guide.consentSignedIn.accept);
    await touch(page, words.home.accountText);
    await expect(page.getByText('ROOKWOOD')).toBeVisible();
    await seesTitle(words.account.title);
    await touch(page, frame.back);

    await openMenu(page, 'requests');
    await touch(page, t.tiles.writeText);
    await touch(page, t.natureTexts.dwelling);
    await touch(page, t.topics.water);
    await touch(page, t.urgent.goOn);
    await touch(page, t.places.kitchen);
    await type(page, t.text.label, TYPED.requestText);
    for (const letter of 'vorpalxy') await page.locator(`[data-skbtn="${letter}"]`).click();
    await seesTitle(await heading(page).innerText());
    await backTo(page, words.menus.requests.title);
    await touch(page, frame.back);

    await openMenu(page, 'situation');
    await touch(page, situation.sections.contact.tileText);
    await touch(page, situation.edit.mobilePhone);
    await type(page, situation.fields.mobilePhone, TYPED.mobile);
    await expect(mirror.locator('.text-field')).toBeVisible();
    await backTo(page, words.menus.situation.title);
    await touch(page, frame.back);

    await openMenu(page, 'payments');
    await touch(page, directDebit.tileText);
    await touch(page, directDebit.setUp);
    await type(page, directDebit.iban.label, TYPED.iban);
    await expect(desk.page.getByRole('status')).toHaveText(
      'La personne est seule maintenant. Vous ne voyez rien de cette étape.',
    );
  } finally {
    await desk.close();
  }

  const traffic = tenantApi.guideSessions.sentByKiosks;
  const typed = Object.entries(TYPED).flatMap(([field, secrets]) =>
    secrets.map((secret, index) => [`${field} ${index + 1}`, secret] as const),
  );
  expect(typed).toHaveLength(30);
  expect(secretsIn(traffic, { ...KNOWN, ...Object.fromEntries(typed), keyboard: 'vorpalxy' })).toEqual([]);
  // Nor anything else that is not among the few things that may.
  expect(strangersIn(traffic, ownTextsOf([words as unknown as Messages]))).toEqual([]);
});

/** One key at a time, as fingers do. */
async function type(page: Page, label: string, secrets: readonly string[]): Promise<void> {
  const field = page.getByLabel(label, { exact: true });
  for (const secret of secrets) {
    await field.fill('');
    await field.pressSequentially(secret);
    await expect(field).not.toHaveValue('');
  }
}

async function touch(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).first().click();
}

async function backTo(page: Page, title: string): Promise<void> {
  for (let now = await heading(page).innerText(); now !== title; now = await heading(page).innerText()) {
    const step = page.locator('.frame');
    const before = await step.innerHTML();
    await page.getByRole('button', { name: frame.back, exact: true }).click();
    await expect.poll(() => step.innerHTML()).not.toBe(before);
  }
}
