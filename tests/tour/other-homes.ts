/** Goes through what other people than the usual tenant meet: other lives of a lease, and lists with nothing in them. */
import { expect, type Page } from 'playwright/test';
import type { Access } from '../../preload/contract.ts';
import type { Look } from '../e2e/access/every-screen.ts';
import { enterCredentials, heading } from '../e2e/journey.ts';
import { words } from '../e2e/words.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';

const { menus, frame, home, requests, situation } = words;

const COMING = 'ines.fontaine@exemple.fr';
const FORMER = 'gerard.roux@exemple.fr';
const JOINT = 'amina.haddad@exemple.fr';
/** A lease of which nothing was ever booked, sent or asked. */
const NEW = 'nathan.robin@exemple.fr';
/** Of whom there is no certificate of insurance. */
const UNINSURED = 'karim.benali@exemple.fr';
const MANY_LEASES = 24;

/** From the attract screen. */
export async function visitOtherHomes(
  { page, sandbox }: { page: Page; sandbox: Sandbox },
  access: Access,
  look: Look,
): Promise<void> {
  const visit = (screen: string) => look(screen, null);
  const touch = (name: string) => page.getByRole('button', { name }).first().click();
  const goBack = () => page.getByRole('button', { name: frame.back, exact: true }).click();
  /** What is still being read shows no list. */
  const visitRead = async (screen: string, told: string) => {
    await expect(page.getByText(told).first()).toBeVisible();
    await visit(screen);
  };

  await page.evaluate((chosen) => window.kiosk.call('session.setAccess', chosen), access);
  await signIn(COMING);
  await visitRead('home, a lease to come', words.lives.welcome);

  await signIn(FORMER);
  await visitRead('home, a lease that is over', words.lives.endedOwing);
  await touch(menus.requests.text);
  await touch(requests.tiles.writeText);
  await visitRead('request, after the lease', requests.natureTexts.question);
  await goBack();
  await goBack();
  await touch(situation.sections.contact.tileText);
  await visitRead('contact details, after the lease', situation.hasLeft);

  await signIn(JOINT);
  await visitRead('home, a lease signed by two', home.payText);

  await signIn(NEW);
  await visitRead('home, nothing yet', home.payText);
  await touch(menus.requests.text);
  await touch(requests.tiles.listText);
  await visitRead('requests, none', requests.list.empty);
  await goBack();
  await touch(words.followUps.tileText);
  await visitRead('follow-ups, none', words.followUps.empty);
  await goBack();
  await goBack();
  await touch(menus.payments.text);
  await touch(home.paymentsText);
  await visitRead('payments, none', words.payments.empty);
  await goBack();
  await goBack();
  await touch(menus.documents.text);
  await touch(words.papers.rentTileText);
  await visitRead('rent papers, none', words.papers.emptyRent);
  await goBack();
  await goBack();
  await touch(menus.practical.text);
  await touch(home.partner);
  await visitRead('partner sites', 'Caf');

  await signIn(UNINSURED);
  await visitRead('home, no insurance', words.insurance.reminder.none);
  await touch(words.insurance.reminder.go);
  await visitRead('insurance, none', words.insurance.historyEmpty);

  await withManyLeases(sandbox);
  await signIn('thomas.leroux@exemple.fr');
  await visitRead('home, many leases', '24,00');

  /** Whoever was there before goes first. */
  async function signIn(email: string): Promise<void> {
    const finish = page.getByRole('button', { name: frame.finish });
    if ((await finish.count()) > 0) await finish.click();
    await touch(words.attract.invitation);
    await expect(heading(page)).toHaveText(words.signIn.title);
    await enterCredentials(page, email, sandbox.tenantApi.password);
    await expect(page.getByRole('button', { name: menus.requests.text })).toBeVisible();
  }
}

function withManyLeases({ tenantApi }: Sandbox): Promise<unknown> {
  return tenantApi.addTenant({
    number: '0107070',
    displayName: 'M. Thomas Leroux',
    email: 'thomas.leroux@exemple.fr',
    story: 'Plusieurs garages',
    leases: Array.from({ length: MANY_LEASES }, (_, index) => ({
      number: `07070${index}`,
      addressLines: [`Garage ${index + 1}`, '24 rue des Deux-Communes', '86000 Poitiers'],
      startsOn: '2018-01-01',
      endsOn: null,
      bookings:
        index === 0
          ? [{ postedOn: '2018-06-26', label: 'GAR 06/18', direction: 'debit' as const, amountCents: 24_00 }]
          : [],
    })),
  });
}
