/** Goes once through what is there while a member of staff helps; from the home screen of a tenant with several leases. */
import { expect, type Page } from 'playwright/test';
import type { Assistance } from '../../../preload/assist-contract.ts';
import type { Access, EventPayload } from '../../../preload/contract.ts';
import { MARC, typePin } from '../badge.ts';
import { MARGUERITE, typeBirthDate } from '../joining.ts';
import { heading } from '../journey.ts';
import { touchTheCorners } from '../staff.ts';
import { type english, filled, type words as french, isolated, shaped } from '../words.ts';

type Told = EventPayload<'session.changed'>;

export interface AssistedKiosk {
  page: Page;
  words: typeof french | typeof english;
  access: Access;
  tenant: Extract<Told, { state: 'tenant' }>['tenant'];
  /** In main's place: nobody has to hold a badge before a reader here. */
  tell(told: Told): Promise<void>;
}

const HELP: Assistance = {
  staffName: 'Claire D.',
  role: 'adviser',
  sinceMs: Date.UTC(2018, 6, 11, 12, 32),
  consent: 'asked',
  isHandedOver: false,
  isClockPaused: false,
  longerLimitsLeft: 3,
};

/** From the sign-in screen and back: a member of staff says who they are, and helps somebody without an account. */
export async function visitAdviser(
  page: Page,
  words: typeof french | typeof english,
  visit: (screen: string) => Promise<void>,
): Promise<void> {
  const t = words.assistance;
  const button = (word: string) => page.getByRole('button', { name: word, exact: true });
  const openTool = async (word: string) => {
    await button(t.tools.open).click();
    await button(word).click();
  };

  await touchTheCorners(page);
  await button(words.staffPin.open).click();
  await expect(page.getByLabel(words.staffPin.name, { exact: true })).toBeVisible();
  await visit('adviser: name');
  await page.getByLabel(words.staffPin.name, { exact: true }).fill(MARC.userName);
  await button(words.staffPin.toPin).click();
  await expect(page.getByRole('dialog').getByRole('button', { name: '7', exact: true })).toBeVisible();
  await visit('adviser: PIN');
  await typePin(page, '0000', words);
  await expect(page.getByRole('dialog').getByRole('alert')).toHaveText(words.errors.STAFF_PIN_REFUSED);
  await visit('adviser: PIN refused');
  await typePin(page, MARC.pin, words);
  await openTool(t.tools.walkIn);
  await expect(heading(page)).toHaveText(words.walkIn.document.title);
  await visit('adviser: papers seen');
  await button(words.walkIn.document.kinds.passport).click();
  await page.getByLabel(words.joining.number.label, { exact: true }).fill(MARGUERITE.number);
  await button(words.joining.next).click();
  await page.getByLabel(words.joining.name.label, { exact: true }).fill(MARGUERITE.name);
  await button(words.joining.next).click();
  await typeBirthDate(page, words, MARGUERITE.birthDate);
  await button(words.joining.next).click();
  await expect(page.getByText(words.walkIn.signInWith)).toBeVisible();
  await visit('adviser: account without e-mail');
  for (const _step of ['birth', 'name', 'number', 'papers', 'tools']) await button(words.frame.back).click();
  await openTool(t.tools.summary);
  await expect(page.getByText(t.acts.identityChecked)).toBeVisible();
  await visit('adviser: what was done');
  await button(t.backToScreen).click();
  await openTool(t.tools.counts);
  await expect(page.getByRole('cell', { name: t.acts.signedIn })).toBeVisible();
  await visit('adviser: figures');
  await button(words.frame.back).click();
  await button(t.banner.stop).click();
  await button(t.ended.read).click();
  await expect(heading(page)).toHaveText(words.signIn.title);
}

export async function visitAssistedHelp(
  { page, words, access, tenant, tell }: AssistedKiosk,
  visit: (screen: string) => Promise<void>,
): Promise<void> {
  const t = words.assistance;
  const name = isolated(HELP.staffName);
  const quiet = { idleWarningSeconds: null, limitWarningSeconds: null, leavingAfter: null };
  const button = (word: string) => page.getByRole('button', { name: word });
  const helped = (assistance: Partial<Assistance> | null, assistanceEnded: 'badgeRemoved' | null = null) =>
    tell({
      ...{ access, state: 'tenant', tenant, ...quiet, assistanceEnded },
      assistance: assistance && { ...HELP, ...assistance },
    });

  await helped({});
  await expect(heading(page)).toHaveText(filled(t.consent.title, { name }));
  await visit('help: consent');
  await helped({ consent: 'declined' });
  await expect(heading(page)).toHaveText(t.declined.title);
  await visit('help: declined');
  await helped({ consent: 'onScreen' });
  await expect(page.getByText(t.banner.how.onScreen)).toBeVisible();
  await visit('help: banner');
  await button(t.tools.open).click();
  await expect(button(t.tools.interpreter)).toBeVisible();
  await visit('help: tools');
  await button(t.tools.interpreter).click();
  await expect(heading(page)).toHaveText(t.interpreter.title);
  await expect(page.locator('.interpreter__text').first()).toBeVisible();
  await visit('help: two languages');
  await button(words.frame.back).click();
  await button(t.tools.open).click();
  await button(t.tools.point).click();
  await button(words.home.payText).click();
  await expect(page.getByText(shaped(t.point.shown))).toBeVisible();
  await visit('help: shown where to touch');
  await page.getByRole('button', { name: t.point.done, exact: true }).click();
  await button(words.home.payText).click();
  await page.getByRole('button', { name: shaped(words.balance.owed) }).click();
  await button(words.payment.part).click();
  for (const key of ['1', '2']) await page.getByRole('button', { name: key, exact: true }).click();
  await button(words.payment.continue).click();
  await expect(heading(page)).toHaveText(t.alone.title);
  await visit('help: this step is for you alone');
  await helped({ consent: 'onScreen', isHandedOver: true });
  await expect(heading(page)).toHaveText(words.payment.check);
  await visit('help: alone at the screen');
  await helped(null, 'badgeRemoved');
  await expect(page.getByText(t.ended.badgeRemoved)).toBeVisible();
  await visit('help: over');
  await button(t.ended.read).click();
  await helped(null);
}
