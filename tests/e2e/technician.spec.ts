/** Staff get in by a gesture and a code, see how the kiosk is, and do something about it. Nobody else does. */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import type { ElectronApplication, Locator, Page } from 'playwright/test';
import { electronFlags, electronRuntime } from '../../build/electron-runtime.mjs';
import { EXIT_BY_STAFF, EXIT_FOR_RESTART } from '../../main/kiosk/exit-codes.ts';
import type { Channel } from '../../preload/contract.ts';
import type { PartHealth } from '../../preload/health-contract.ts';
import { axeFindings } from './access/axe.ts';
import { begin, heading, LEAFLET_TENANT, signIn } from './journey.ts';
import { attractScreen, test as testOfItsOwn } from './kiosk.ts';
import { logLines, logText } from './kiosk-log.ts';
import { expect, filled, shaped, test, words } from './shared-kiosk.ts';
import { codePad, enterAsStaff, STAFF_CODE, touchTheCorners, typeCode } from './staff.ts';

const STAFF_ID = 'sandbox-technician';
const WRONG_CODE = '135791';

testOfItsOwn(
  'from the gesture to the end of the program: wrong codes, a delay, the right code, a test page',
  {
    tag: '@waits',
  },
  async ({ app, page, sandbox }) => {
    test.setTimeout(120_000);
    await touchTheCorners(page);
    await typeCode(page, WRONG_CODE);
    await expect(codePad(page).getByRole('alert')).toHaveText(words.errors.STAFF_CODE_REFUSED);
    await typeCode(page, WRONG_CODE);
    await expect(codePad(page).getByRole('alert')).toHaveText(words.errors.STAFF_CODE_REFUSED);
    await typeCode(page, WRONG_CODE);
    await expect(codePad(page).getByRole('alert')).toContainText(shaped(words.staffCode.delayed));
    expect(await axeFindings(page)).toEqual([]);

    // The right code comes too early, and is told in the same words as a wrong one.
    await typeCode(page, STAFF_CODE);
    await expect(codePad(page).getByRole('alert')).toContainText(shaped(words.staffCode.delayed));
    expect(logLines(sandbox, 'staff.entered')).toEqual([]);

    await expect(codePad(page).getByText(words.delay.over)).toBeVisible({ timeout: 40_000 });
    await typeCode(page, STAFF_CODE);
    await expect(heading(page)).toHaveText(words.technician.title);
    await expect(part(page, 'tenantApi')).toContainText(words.technician.states.fit);
    expect(await axeFindings(page)).toEqual([]);

    await page.getByRole('button', { name: words.technician.testPage }).click();
    await expect(page.getByText(words.technician.testPages.completed)).toBeVisible({ timeout: 20_000 });
    await expect.poll(() => sandbox.printer.printedDocuments()).toHaveLength(1);

    const exited = once(app.process(), 'exit');
    await page.getByRole('button', { name: words.technician.exit }).click();
    await lastClick(page.getByRole('dialog').getByRole('button', { name: words.technician.exit }));
    expect(await exited).toEqual([EXIT_BY_STAFF, null]);
    await expect.poll(() => logLines(sandbox, 'start.end-of-program')).toMatchObject([{ wish: 'exit' }]);
    expect(logText(sandbox)).not.toMatch(new RegExp(`${STAFF_CODE}|${WRONG_CODE}|argon2`));
  },
);

test('every part is told with its state, its code and what is known of it', async ({ page }) => {
  await enterAsStaff(page);

  await expect(page.locator('tbody tr')).toHaveCount(Object.keys(words.technician.parts).length);
  for (const name of [
    'configuration',
    'keyring',
    'tenantApi',
    'clock',
    'printer',
    'paymentTerminal',
    'database',
    'outbox',
  ] as const) {
    await expect(part(page, name), name).toContainText(words.technician.states.fit);
  }
  await expect(part(page, 'configuration')).toContainText('sandbox-1');
  await expect(part(page, 'paymentTerminal')).toContainText('caisse-ap');
  await expect(part(page, 'counters')).toContainText(`${words.technician.facts.starts} 1`);
});

test('what has broken since is told when the technician asks again', async ({ page, sandbox }) => {
  await enterAsStaff(page);
  await expect(part(page, 'printer')).toContainText(words.technician.states.fit);

  await sandbox.printer.setPaper(0);
  sandbox.tenantApi.faults.set('all', { effect: { kind: 'status', status: 503 } });
  await page.getByRole('button', { name: words.technician.refresh }).click();

  await expect(part(page, 'printer')).toContainText(words.technician.codes.PRINTER_WAITING);
  await expect(part(page, 'printer')).toContainText(words.technician.needs.paper);
  await expect(part(page, 'tenantApi')).toContainText(words.technician.states.unfit);
});

test('whoever was signed in is gone before the technician’s screen is there', async ({ page, sandbox }) => {
  await signIn(page, sandbox);

  await enterAsStaff(page);

  await expect(page.locator('body')).not.toContainText('Martin');
  expect(await refusalOf(page, 'account.list')).toBe('NOT_ALLOWED_NOW');
  await expect
    .poll(() => sandbox.tenantApi.requestLog.requests.filter(({ method }) => method === 'DELETE'))
    .toHaveLength(1);
  const states = logLines(sandbox, 'session.state').map(({ state }) => state);
  expect(states).toEqual(['signedOut', 'tenant', 'ending', 'technician']);
  expect(logText(sandbox)).not.toContain(LEAFLET_TENANT);

  await page.getByRole('button', { name: words.technician.leave }).click();
  await expect(page.getByRole('button', { name: words.attract.invitation })).toBeVisible();
  await expect.poll(() => logLines(sandbox, 'staff.left')).toMatchObject([{ staffId: STAFF_ID }]);
});

test('a session whose code was wrong goes on as it was', async ({ page, sandbox }) => {
  await signIn(page, sandbox);
  await touchTheCorners(page);
  await typeCode(page, WRONG_CODE);
  await expect(codePad(page).getByRole('alert')).toBeVisible();

  await page.getByRole('button', { name: words.staffCode.cancel }).click();

  await expect(page.getByRole('button', { name: words.home.accountText })).toBeVisible();
});

test('a keyboard will do', async ({ page }) => {
  for (let times = 0; times < 7; times += 1) await page.keyboard.press('Escape');
  await expect(codePad(page)).toBeVisible();

  await page.keyboard.type(STAFF_CODE);
  await page.keyboard.press('Enter');

  await expect(heading(page)).toHaveText(words.technician.title);
});

test('without the code nothing of the technician’s can be called, on any screen', async ({
  page,
  sandbox,
}) => {
  const forbidden = [
    'health.read',
    'staff.readEnrolment',
    'staff.testPage',
    'staff.restart',
    'staff.exit',
    'staff.leave',
  ] as const;
  const refusals = () => Promise.all(forbidden.map((channel) => refusalOf(page, channel)));
  const all = forbidden.map(() => 'NOT_ALLOWED_NOW');

  expect(await refusals()).toEqual(all);
  await begin(page);
  expect(await refusals()).toEqual(all);
  await page.getByRole('button', { name: words.frame.leave }).click();
  await signIn(page, sandbox);
  expect(await refusals()).toEqual(all);
});

testOfItsOwn(
  'a broken configuration does not keep out whoever is to mend it',
  async ({ sandbox, startKiosk }) => {
    const right = await startKiosk();
    await enterAsStaff(await attractScreen(right));
    await right.close();
    writeFileSync(sandbox.configFile, '{');

    const page = await (await startKiosk()).firstWindow();
    await expect(heading(page)).toHaveText(words.outOfService.title);
    await enterAsStaff(page);

    await expect(
      page.getByText(filled(words.technician.outOfService, { code: 'CONFIG_INVALID' })),
    ).toBeVisible();
    await expect(part(page, 'configuration')).toContainText(sandbox.configFile);
    await page.getByRole('button', { name: words.technician.leaveOutOfService }).click();
    await expect(heading(page)).toHaveText(words.outOfService.title);
  },
);

testOfItsOwn(
  'a kiosk that was never set up right lets nobody in, and says so like for any wrong code',
  async ({ sandbox, startKiosk }) => {
    writeFileSync(sandbox.configFile, '{');
    const page = await (await startKiosk()).firstWindow();
    await expect(heading(page)).toHaveText(words.outOfService.title);

    await touchTheCorners(page);
    await typeCode(page, STAFF_CODE);

    await expect(codePad(page).getByRole('alert')).toHaveText(words.errors.STAFF_CODE_REFUSED);
  },
);

testOfItsOwn('without a keyring, staff see what is missing', async ({ startKiosk, sandbox }) => {
  const nowhere = `unix:path=${sandbox.dataFolder}/no-bus`;
  const page = await (await startKiosk({ DBUS_SESSION_BUS_ADDRESS: nowhere })).firstWindow();
  await expect(heading(page)).toHaveText(words.outOfService.title);

  await enterAsStaff(page);

  await expect(part(page, 'keyring')).toContainText(words.technician.codes.KEYRING_UNAVAILABLE);
});

test('the doctor looks at a kiosk that runs, and the kiosk goes on', async ({ page, sandbox }) => {
  const { DISPLAY: _, ...environment } = process.env;
  const program = [...electronFlags(), resolve(import.meta.dirname, '../..'), '--doctor', '--json'];

  const { stdout } = await promisify(execFile)(electronRuntime().executable, program, {
    env: { ...environment, ...sandbox.environment },
  });

  const codes = JSON.parse(stdout).parts.map(({ part, code }: PartHealth) => [part, code]);
  expect(Object.fromEntries(codes)).toMatchObject({ keyring: 'OK', database: 'OK', outbox: 'OK' });
  await signIn(page, sandbox);
});

testOfItsOwn(
  'a restart ends the program with the code on which its unit starts it anew',
  async ({ startKiosk }) => {
    const app: ElectronApplication = await startKiosk({ KIOSK_RESTARTED_BY_UNIT: '1' });
    const page = await attractScreen(app);
    await enterAsStaff(page);

    const exited = once(app.process(), 'exit');
    await page.getByRole('button', { name: words.technician.restart }).click();
    await lastClick(page.getByRole('dialog').getByRole('button', { name: words.technician.restart }));

    expect(await exited).toEqual([EXIT_FOR_RESTART, null]);
  },
);

function part(page: Page, name: keyof typeof words.technician.parts) {
  const title = page.getByRole('rowheader', { name: words.technician.parts[name], exact: true });
  return page.getByRole('row').filter({ has: title });
}

function refusalOf(page: Page, channel: Channel): Promise<string> {
  return page.evaluate(
    (name) =>
      window.kiosk.call(name as 'health.read', undefined).then(String, (error: Error) => error.message),
    channel,
  );
}

/** The program may be gone before the click has been reported as done. Whether it ended is what the test looks at. */
async function lastClick(button: Locator): Promise<void> {
  await button.click().catch((error: Error) => {
    if (!error.message.includes('has been closed')) throw error;
  });
}
