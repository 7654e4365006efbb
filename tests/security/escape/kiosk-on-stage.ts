/** The kiosk as somebody finds it who is about to try something. */
import { once } from 'node:events';
import { type ElectronApplication, expect, type Page } from 'playwright/test';
import { begin, openAccount, signIn } from '../../e2e/journey.ts';
import { attractScreen, launchKiosk } from '../../e2e/kiosk.ts';
import { visit } from '../../e2e/partner-site.ts';
import { enterAsStaff } from '../../e2e/staff.ts';
import type { Situation } from './catalogue.ts';
import { CLIPBOARD, differences, type Look, lookAround } from './look.ts';
import { runInPage } from './run-in-page.ts';
import {
  goToSignature,
  leaveOneUnknown,
  openAmountPad,
  openMandate,
  openPaymentMethods,
  openSettlement,
  openTypedReference,
} from './screens-of-money.ts';
import type { Stage, Started } from './stage.ts';

const TIDY = `
  window.escapeMark = 'the same';
  for (const made of document.querySelectorAll('.escape-made')) made.remove();
  document.activeElement?.blur();
`;
/** As the kiosk's own buttons do; where nobody is, there is nothing to leave. */
const LEAVE = `
  const { state } = await call('session.read', undefined);
  if (state !== 'attract') await call(state === 'technician' ? 'staff.leave' : 'session.end', undefined);
`;
/** What somebody has typed so far, into the one field of the screen. */
const TYPED: Readonly<Partial<Record<Situation, string>>> = {
  'sign-in': 'tenant@exemple.fr',
  'quick pay': '00447320180',
  pay: '12',
  'direct debit': 'FR7630006000',
  'payments to check': 'Ticket 42',
};
/** As React sees a person type. */
const FILL_IN = `
  const field = document.querySelector('input:not([type=radio])');
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, TEXT);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.focus();
`;

export interface KioskOnStage extends Started {
  readonly situation: Situation;
  /** Before anything was tried. */
  readonly untouched: Look;
}

export async function startIn(situation: Situation, stage: Stage): Promise<KioskOnStage> {
  const app = await launchKiosk(stage.environment);
  const page = await attractScreen(app);
  await goTo(situation, page, stage);
  await tryAtLeisure(app);
  return setUp(app, situation, stage);
}

/** To the next situation, by way of the attract screen. */
export async function goOn({ app }: KioskOnStage, situation: Situation, stage: Stage): Promise<KioskOnStage> {
  await tryNoMore(app);
  await runInPage(app, LEAVE);
  const page = await attractScreen(app);
  await goTo(situation, page, stage);
  await tryAtLeisure(app);
  return setUp(app, situation, stage);
}

/** Whatever stands on the stage, ready for somebody to try something. */
export async function setUp(
  app: ElectronApplication,
  situation: Situation,
  stage: Stage,
): Promise<KioskOnStage> {
  const page = await app.firstWindow();
  const devTools = await page.context().newCDPSession(page);
  const started = { app, program: app.process(), page, devTools };
  if (situation === 'partner site') await expect.poll(() => hasPartnersPage(app)).toBe(true);
  // The window of the program before may still be going.
  await expect(async () => stage.hands.focus(await page.title())).toPass();
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), CLIPBOARD);
  await tidy(started, situation);
  return { ...started, situation, untouched: await steadyLook(stage, started) };
}

/** Its bar stands before the page does. */
function hasPartnersPage(app: ElectronApplication): Promise<boolean> {
  return app.evaluate(({ webContents }) =>
    webContents
      .getAllWebContents()
      .some((contents) => contents.getURL().startsWith('http') && !contents.isLoading()),
  );
}

/**
 * Whoever tries many ways within seconds meets the calm screen, and half of the catalogue would be tried on that. So
 * the clock by which the kiosk counts attempts goes ahead by a minute whenever it is read.
 */
async function tryAtLeisure(app: ElectronApplication): Promise<void> {
  await app.evaluate(() => {
    const now = performance.now.bind(performance);
    let aheadMs = 0;
    performance.now = () => {
      aheadMs += 60_000;
      return now() + aheadMs;
    };
  });
}

/** What waits by the clock, such as the wipe, would not wait at all. */
async function tryNoMore(app: ElectronApplication): Promise<void> {
  await app.evaluate(() => Reflect.deleteProperty(performance, 'now'));
}

async function goTo(situation: Situation, page: Page, stage: Stage): Promise<void> {
  switch (situation) {
    case 'attract':
      return;
    case 'sign-in':
      return begin(page);
    case 'account':
      await signIn(page, stage.sandbox);
      return openAccount(page);
    case 'quick pay':
      return openTypedReference(page);
    case 'payment methods':
      await begin(page);
      return openPaymentMethods(page);
    case 'pay':
      await signIn(page, stage.sandbox);
      return openAmountPad(page);
    case 'direct debit':
      await signIn(page, stage.sandbox);
      return openMandate(page);
    case 'signature':
      await signIn(page, stage.sandbox);
      await openMandate(page);
      return goToSignature(page);
    case 'partner site':
      await begin(page);
      return visit(page);
    case 'technician':
      return enterAsStaff(page);
    case 'payments to check':
      await leaveOneUnknown(page, stage.sandbox);
      await enterAsStaff(page);
      return openSettlement(page);
    default:
      situation satisfies never;
  }
}

/**
 * As it was before anything was tried. Not by Playwright's own hands: they wait for a navigation to end that was
 * refused and never began.
 */
export async function tidy({ app }: Started, situation: Situation): Promise<void> {
  await runInPage(app, TIDY);
  const text = TYPED[situation];
  if (text !== undefined) await runInPage(app, FILL_IN, { TEXT: text });
}

/** Two looks at a screen that has just come may still differ. */
async function steadyLook(stage: Stage, started: Started): Promise<Look> {
  let look = await lookAround(stage, started);
  await expect
    .poll(async () => {
      const before = look;
      look = await lookAround(stage, started);
      return differences(before, look);
    })
    .toEqual([]);
  return look;
}

/** Not politely: after an escape there is no knowing what holds it open, and it has nothing to save. */
export async function end({ program }: Started): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const ended = once(program, 'exit');
  program.kill('SIGKILL');
  await ended;
}
