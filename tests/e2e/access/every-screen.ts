/** Goes once through every screen and every dialog that a person can meet. */
import type { ElectronApplication, Page } from 'playwright/test';
import { expect } from 'playwright/test';
import {
  type Access,
  END_REASONS,
  type EventName,
  type EventPayload,
  type SessionSnapshot,
} from '../../../preload/contract.ts';
import { EVENT_PIPE } from '../../../preload/wire.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { NewFault } from '../../sandbox/tenant-api/faults.ts';
import { heading } from '../journey.ts';
import { codePad, STAFF_CODE, touchTheCorners, typeCode } from '../staff.ts';
import { english, words as french, shaped } from '../words.ts';
import { visitDirectDebit } from './direct-debit-screens.ts';
import { visitEveryPayScreen, visitPaymentsToCheck, visitRefusedDeliveries } from './every-pay-screen.ts';
import { visitHandIn } from './hand-in-screens.ts';

/** Two leases, so that there is something to choose. */
const TENANT = 'lucas.moreau@exemple.fr';
const FLAT = '006120';

/** Of July 2018, the day before which the accounts are told. */
const LEAFLET_NOTICE = '00447320180736';

const AWAY: NewFault = { effect: { kind: 'cut', moment: 'beforeEffect' } };

/** Told the screen's name, and what the page was told of the session by others than main, if by others. */
export type Look = (screen: string, told: SessionSnapshot | null) => Promise<void>;

/**
 * @param access of the person who goes through them
 */
export async function visitEveryScreen(
  kiosk: { app: ElectronApplication; page: Page; sandbox: Sandbox },
  access: Access,
  look: Look,
): Promise<void> {
  let told: SessionSnapshot | null = null;
  const visit = (screen: string) => look(screen, told);
  const { app, page, sandbox } = kiosk;
  const words = access.locale === 'fr' ? french : english;
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const touch = (name: string | RegExp) => button(name).click();
  const goBack = () => page.getByRole('button', { name: words.frame.back, exact: true }).click();
  const arriveAt = (title: string) => expect(heading(page)).toHaveText(title);

  await page.evaluate((chosen) => window.kiosk.call('session.setAccess', chosen), access);
  await expect(button(words.attract.invitation)).toBeVisible();
  await visit('attract');

  await touch(words.attract.quickPay);
  await arriveAt(words.rentNotice.title);
  await visit('quick pay');
  await tell('barcodeScanner.changed', { isReady: false });
  await expect(page.getByText(words.rentNotice.scannerGone)).toBeVisible();
  await visit('quick pay, scanner unplugged');
  await touch(words.rentNotice.type);
  await page.getByLabel(words.rentNotice.reference, { exact: true }).fill('00474320180736');
  await touch(words.rentNotice.continue);
  await expect(page.getByRole('alert')).toHaveText(words.errors.RENT_NOTICE_CODE_WRONG);
  await visit('quick pay, mistyped');
  await page.getByLabel(words.rentNotice.reference, { exact: true }).fill(LEAFLET_NOTICE);
  await touch(words.rentNotice.continue);
  await arriveAt(words.rentNotice.isItYours);
  await visit('quick pay, found');
  await touch(words.rentNotice.no);
  await goBack();
  await arriveAt(words.signIn.title);
  await visit('sign-in');
  for (const keys of ['shift', 'symbols'] as const) {
    await touch(words.keyboard[keys]);
    await visit(`sign-in, keyboard: ${keys}`);
    await touch(keys === 'shift' ? words.keyboard.shift : words.keyboard.letters);
  }
  await touch(words.withoutSigningIn.open);
  await arriveAt(words.withoutSigningIn.title);
  await visit('without signing in');
  await touch(words.home.paymentMethods);
  await arriveAt(words.paymentMethods.title);
  await visit('payment methods');
  await touch(words.paymentMethods.methods.directDebit.name);
  await expect(button(words.paymentMethods.form.print)).toBeVisible();
  await visit('payment methods, direct debit');
  await goBack();
  await goBack();
  await goBack();
  await page.getByLabel(words.signIn.password, { exact: true }).click();
  await touch(words.keyboard.accents);
  await visit('sign-in, keyboard: accents');
  await touch(words.help.open);
  await expect(page.getByRole('dialog', { name: words.help.title })).toBeVisible();
  await visit('help');
  await touch(words.frame.close);
  await touch(words.display.open);
  await expect(page.getByRole('dialog', { name: words.display.title })).toBeVisible();
  await visit('display');
  await touch(words.frame.close);
  await signInAs(TENANT, 'not-the-password');
  await expect(page.getByRole('alert')).toContainText(words.errors.CREDENTIALS_INVALID);
  await visit('sign-in, refused');
  sandbox.tenantApi.faults.set('createTenantSession', {
    effect: { kind: 'status', status: 429, code: 'sign_in.delayed', retryAfterSeconds: 754 },
  });
  await signInAs('odile.petit@exemple.fr', 'not-the-password');
  await expect(page.getByRole('alert')).toContainText(shaped(words.signIn.delayed));
  await visit('sign-in, delayed');
  sandbox.tenantApi.faults.set('all', AWAY);
  sandbox.tenantApi.faults.clear('createTenantSession');
  await signInAs(TENANT, sandbox.tenantApi.password);
  await expect(page.getByRole('alert')).toContainText(words.errors.API_UNREACHABLE);
  await visit('sign-in, API away');

  sandbox.tenantApi.faults.clear();
  sandbox.tenantApi.faults.set('listAccounts', AWAY);
  await signInAs(TENANT, sandbox.tenantApi.password);
  await expect(button(words.failure.retry)).toBeVisible();
  await visit('home, API away');
  sandbox.tenantApi.faults.clear();
  await touch(words.failure.retry);
  await expect(button(words.home.accountText)).toBeVisible();
  await visit('home');
  // Every service in sight, with nothing to scroll.
  if (access.textSize === 'normal') await expect(button(words.frame.scrollDown)).toHaveCount(0);
  await tell('rentNotice.scanned', { code: '3017620422003' });
  await expect(page.getByRole('alert')).toHaveText(words.rentNotice.noNoticeHere);
  await visit('home, no rent notice before the scanner');
  await goBack();
  await visitEveryPayScreen({ app, page, sandbox, words }, visit);

  await visitDirectDebit(page, words, FLAT, visit);
  await visitHandIn(page, words, visit);
  await touch(words.home.accountText);
  await expect(page.locator('tbody').getByRole('row')).not.toHaveCount(0);
  await visit('account');
  await touch(words.account.changePeriod);
  await expect(page.getByRole('dialog', { name: words.account.choosePeriod })).toBeVisible();
  await visit('period chooser');
  sandbox.tenantApi.faults.set('listLedgerEntries', AWAY);
  await touch(words.periods.last3Months);
  await expect(button(words.failure.retry)).toBeVisible();
  await visit('account, API away');
  sandbox.tenantApi.faults.clear();
  await touch(words.account.changeLease);
  await expect(page.getByRole('dialog', { name: words.account.chooseLease })).toBeVisible();
  await visit('lease chooser');
  await touch(words.frame.close);

  await touch(words.account.getStatement);
  await arriveAt(words.statement.title);
  await visit('statement');
  await touch(shaped(words.statement.sendTo));
  await expect(page.getByText(words.email.transmittedText)).toBeVisible();
  await visit('e-mail transmitted');
  await goBack();

  await sandbox.printer.setPaper(0);
  await touch(words.statement.print);
  await arriveAt(words.printing.waitingTitle);
  await visit('printing, no paper');
  await sandbox.printer.setPaper(250);
  await arriveAt(words.printing.takePaper);
  await visit('take your paper');
  await goBack();
  await sandbox.printer.behave({ name: 'slow', pages: 2, secondsPerPage: 600 });
  await touch(words.statement.print);
  await expect(page.getByRole('progressbar')).toBeVisible();
  await visit('printing');
  await touch(words.printing.cancel);
  await arriveAt(words.printing.cancelled);
  await visit('printing called off');
  await sandbox.printer.restart();
  await sandbox.printer.behave({ name: 'abort', message: 'out of order' });
  await goBack();
  await touch(words.statement.print);
  await arriveAt(words.printing.failedTitle);
  await visit('printing failed');

  const tenant = { displayName: 'M. et Mme Lucas Moreau', number: '0106120', maskedEmail: null };
  const quiet = {
    idleWarningSeconds: null,
    limitWarningSeconds: null,
    leavingAfter: null,
    assistance: null,
    assistanceEnded: null,
  };
  await tell('session.changed', { access, state: 'tenant', tenant, ...quiet, idleWarningSeconds: 45 });
  await expect(page.getByRole('alertdialog', { name: words.idle.title })).toBeVisible();
  await visit('idle warning');
  await tell('session.changed', { access, state: 'slowed', untilMs: Date.now() + 30_000, behind: 'tenant' });
  await expect(page.getByRole('alertdialog', { name: words.slowed.title })).toBeVisible();
  await visit('slowed down');
  await tell('session.changed', { access, state: 'tenant', tenant, ...quiet, limitWarningSeconds: 120 });
  await expect(page.getByRole('alertdialog', { name: words.limitWarning.title })).toBeVisible();
  await visit('limit warning');
  for (const leavingAfter of ['printing', 'payment'] as const) {
    await tell('session.changed', { access, state: 'tenant', tenant, ...quiet, leavingAfter });
    await expect(page.getByText(words.leaving[leavingAfter])).toBeVisible();
    await visit(`leaving after ${leavingAfter}`);
  }
  await tell('session.changed', { access, state: 'ending' });
  await arriveAt(words.ending.title);
  await visit('ending');
  for (const ended of END_REASONS) {
    await tell('session.changed', { access, state: 'attract', ended });
    await expect(page.getByText(words.attract.ended[ended])).toBeVisible();
    await visit(`attract after ${ended}`);
  }
  await tell('session.changed', {
    access,
    state: 'outOfService',
    code: 'CONFIG_INVALID',
    faults: [
      {
        file: '/etc/ekidom-kiosk/kiosk-config.json',
        key: 'session.idleTimeoutSeconds',
        expected: 'number: at least 30',
      },
    ],
  });
  await arriveAt(words.outOfService.title);
  await visit('out of service');
  await touchTheCorners(page);
  await expect(codePad(page, words)).toBeVisible();
  await visit('staff code');
  await typeCode(page, '999999', words);
  await expect(codePad(page, words).getByRole('alert')).toHaveText(words.errors.STAFF_CODE_REFUSED);
  await visit('staff code, refused');
  await typeCode(page, STAFF_CODE, words);
  await expect(heading(page)).toHaveText(french.technician.title);
  told = null;
  await page.evaluate((chosen) => window.kiosk.call('session.setAccess', chosen), access);
  await arriveAt(words.technician.title);
  await expect(page.locator('tbody tr')).not.toHaveCount(0);
  await visit('technician');
  await touch(words.technician.testPage);
  await expect(page.getByText(shaped(words.technician.testPages.failed))).toBeVisible();
  await visit('technician, test page failed');
  await visitPaymentsToCheck({ page, words }, visit);
  await visitRefusedDeliveries({ page, words }, visit);
  await touch(words.enrolment.open);
  await expect(page.getByText(words.enrolment.until)).toBeVisible();
  await touch(words.enrolment.enrol);
  await expect(page.getByRole('alert')).toContainText('12');
  await visit('enrolment');
  await touch(words.frame.back);
  await touch(words.technician.exit);
  await expect(page.getByRole('dialog', { name: words.technician.exitTitle })).toBeVisible();
  await visit('technician, asked twice');
  await page.keyboard.press('Escape');
  await tell('session.changed', { access, state: 'starting' });
  await arriveAt(words.starting.title);
  await visit('starting');

  async function signInAs(email: string, password: string): Promise<void> {
    await page.getByLabel(words.signIn.email, { exact: true }).fill(email);
    await page.getByLabel(words.signIn.password, { exact: true }).fill(password);
    await touch(words.signIn.submit);
  }

  /** What main says to the page when time has passed, something broke or was scanned: nobody has to wait for it here. */
  function tell<E extends 'session.changed' | 'rentNotice.scanned' | 'barcodeScanner.changed'>(
    event: E,
    payload: EventPayload<E>,
  ): Promise<void> {
    if (event === 'session.changed') told = payload as SessionSnapshot;
    return tellPage(app, event, payload);
  }
}

/** In main's place. */
export function tellPage<E extends EventName>(
  app: ElectronApplication,
  event: E,
  payload: EventPayload<E>,
): Promise<void> {
  return app.evaluate(
    ({ BrowserWindow }, [pipe, name, told]) => {
      BrowserWindow.getAllWindows()[0]?.webContents.send(pipe, name, told);
    },
    [EVENT_PIPE, event, payload] as const,
  );
}
