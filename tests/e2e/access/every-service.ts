/** Goes once through the screens of the services: first without signing in, then with. */
import { type ElectronApplication, expect, type Page } from 'playwright/test';
import type { Access, SessionSnapshot } from '../../../preload/contract.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { enterCredentials, heading } from '../journey.ts';
import { english, words as french } from '../words.ts';
import { visitAppointment } from './appointment-screens.ts';
import { visitAdviser, visitAssistedHelp } from './assistance-screens.ts';
import { visitDwelling } from './dwelling-screens.ts';
import { type Look, tellPage } from './every-screen.ts';
import { visitGuide } from './guide-screens.ts';
import { visitUnsignedHandIn } from './hand-in-screens.ts';
import { visitInformation } from './information-screens.ts';
import { visitInsurance } from './insurance-screens.ts';
import { visitJoining } from './joining-screens.ts';
import { visitAssistance, visitRequests } from './requests-screens.ts';
import { visitSituation } from './situation-screens.ts';

/** Two leases, so that there is something to choose. */
const TENANT = 'lucas.moreau@exemple.fr';
const FLAT = '006120';
const GARAGE = '000318';
const ANSWERED_REQUEST = 'D-2018-0409';

/** From the attract screen. */
export async function visitEveryService(
  kiosk: { app: ElectronApplication; page: Page; sandbox: Sandbox },
  access: Access,
  look: Look,
): Promise<void> {
  const { app, page, sandbox } = kiosk;
  let told: SessionSnapshot | null = null;
  const words = access.locale === 'fr' ? french : english;
  const visit = (screen: string) => look(screen, told);
  const touch = (name: string) => page.getByRole('button', { name, exact: true }).click();

  await page.evaluate((chosen) => window.kiosk.call('session.setAccess', chosen), access);
  await page.getByRole('button', { name: words.attract.invitation }).click();
  await expect(heading(page)).toHaveText(words.signIn.title);
  await page.getByRole('button', { name: words.withoutSigningIn.open }).click();
  await visitInformation({ page, sandbox }, words, visit);
  await visitAssistance(page, words, visit);
  await visitUnsignedHandIn(page, words, visit);
  await touch(words.frame.back);
  await visitJoining({ page, sandbox, words }, visit);
  await visitAdviser(page, words, visit);

  await enterCredentials(page, TENANT, sandbox.tenantApi.password);
  await expect(page.getByRole('button', { name: words.home.accountText })).toBeVisible();
  await visitInsurance(page, words, visit);
  await visitDwelling(page, words, { flat: FLAT, garage: GARAGE }, visit);
  await visitRequests(page, words, ANSWERED_REQUEST, visit);
  await visitSituation(page, words, visit);
  await visitAppointment(page, words, visit);
  await visitGuide(
    {
      ...{ page, words },
      tell: (state) => tellPage(app, 'guide.changed', state),
      show: (shown) => tellPage(app, 'guide.shown', shown),
    },
    visit,
  );
  const { tenant } = await signedIn(page);
  await visitAssistedHelp(
    {
      ...{ page, words, access, tenant },
      tell: (state) => {
        told = state;
        return tellPage(app, 'session.changed', state);
      },
    },
    visit,
  );
}

async function signedIn(page: Page): Promise<Extract<SessionSnapshot, { state: 'tenant' }>> {
  const session = await page.evaluate(() => window.kiosk.call('session.read', undefined));
  if (session.state !== 'tenant') throw new Error(`nobody has signed in: ${session.state}`);
  return session;
}
