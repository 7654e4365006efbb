/** What is left of a person when their session is over: nothing that anybody can read. */
import { once } from 'node:events';
import type { ElectronApplication, Page } from 'playwright/test';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { askForEmail, begin, enterCredentials, openAccount, signIn } from './journey.ts';
import { expect, test, words } from './kiosk.ts';
import { logLines, logText } from './kiosk-log.ts';
import {
  leaveThingsBehind,
  leftInWindow,
  MARKED_TENANT,
  marksIn,
  marksOnDisk,
  NOTHING_LEFT,
} from './traces.ts';

/** The shortest session that the configuration allows. */
const SHORTEST = {
  idleTimeoutSeconds: 30,
  idleWarningSeconds: 10,
  absoluteLimitMinutes: 5,
  holdLimitSeconds: 5,
};
const EMAIL = MARKED_TENANT.email;

test.beforeEach(async ({ sandbox }) => {
  await sandbox.tenantApi.addTenant(MARKED_TENANT);
});

test('whoever signs out leaves nothing behind, though a print was running and an e-mail was waiting', {
  tag: '@waits',
}, async ({ app, page, sandbox }) => {
  await haveBusySession(page, sandbox);
  await leaveThingsBehind(app, page, EMAIL);

  await page.getByRole('button', { name: words.frame.finish }).click();
  await page.getByRole('button', { name: words.leaving.callOffPrint }).click();

  await expectNothingLeft(app, page, sandbox);
});

test.describe('after nobody has moved', () => {
  test.use({ config: { session: SHORTEST } });

  test('whoever walks away leaves nothing behind, though a print was running and an e-mail was waiting', {
    tag: '@waits',
  }, async ({ app, page, sandbox }) => {
    await haveBusySession(page, sandbox);
    await leaveThingsBehind(app, page, EMAIL);

    await expect(page.getByRole('button', { name: words.attract.invitation })).toBeVisible({
      timeout: 45_000,
    });

    await expectNothingLeft(app, page, sandbox);
  });
});

test('going back in the history shows nothing of the person before', async ({ app, page, sandbox }) => {
  await signIn(page, sandbox, EMAIL);
  await openAccount(page);
  await page.getByRole('button', { name: words.frame.finish }).click();
  await expect(page.getByRole('button', { name: words.attract.invitation })).toBeVisible();

  await page.evaluate(() => history.go(-1));
  await page.keyboard.press('Alt+ArrowLeft');
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.navigationHistory.goBack(),
  );

  await expect(page.getByRole('button', { name: words.attract.invitation })).toBeVisible();
  expect(await leftInWindow(app, page)).toEqual(NOTHING_LEFT);
});

test('a sign-in that is answered after its person has left opens nothing, and is taken back', async ({
  page,
  sandbox,
}) => {
  sandbox.tenantApi.faults.set('createTenantSession', { latencyMilliseconds: 3_000 });
  await begin(page);
  await enterCredentials(page, EMAIL, sandbox.tenantApi.password);
  await expect(page.getByText(words.signIn.submitting)).toBeVisible();

  await page.getByRole('button', { name: words.frame.leave }).click();
  await page.getByRole('button', { name: words.attract.invitation }).click();

  await expect.poll(() => statusesOf(sandbox, 'deleteCurrentTenantSession')).toEqual([204]);
  expect(statusesOf(sandbox, 'createTenantSession')).toEqual([201]);
  await expect(page.getByLabel(words.signIn.email, { exact: true })).toHaveValue('');
  expect(await page.evaluate(() => window.kiosk.call('session.read', undefined))).toMatchObject({
    state: 'signedOut',
  });
  expect(marksIn(await page.content())).toEqual([]);
});

test('when the plug is pulled while somebody is signed in, the disk tells nothing of them', async ({
  app,
  page,
  sandbox,
}) => {
  await haveBusySession(page, sandbox);

  const ended = once(app.process(), 'exit');
  app.process().kill('SIGKILL');
  await ended;

  expect(marksOnDisk(sandbox)).toEqual([]);
  expect(logText(sandbox)).not.toContain(sandbox.tenantApi.password);
});

/** Account seen, an e-mail saved that cannot be transmitted, paper coming out: as much as a person can leave. */
async function haveBusySession(page: Page, sandbox: Sandbox): Promise<void> {
  await sandbox.printer.behave({ name: 'endless' });
  sandbox.tenantApi.faults.set('createStatementDelivery', { effect: { kind: 'status', status: 503 } });
  await signIn(page, sandbox, EMAIL);
  await openAccount(page);
  await expect(page.getByText('ZINNWALD 06/18')).toBeVisible();
  expect(marksIn(await page.content())).not.toEqual([]);
  await page.getByRole('button', { name: words.frame.back }).click();
  await askForEmail(page);
  await expect(page.getByText(words.email.savedText)).toBeVisible();
  await page.getByRole('button', { name: words.frame.back }).click();
  await page.getByRole('button', { name: words.statement.print }).click();
  await expect.poll(() => sandbox.printer.printedDocuments()).toHaveLength(1);
}

async function expectNothingLeft(app: ElectronApplication, page: Page, sandbox: Sandbox): Promise<void> {
  await expect(page.getByRole('button', { name: words.attract.invitation })).toBeVisible();
  expect(await leftInWindow(app, page)).toEqual(NOTHING_LEFT);
  expect(marksOnDisk(sandbox)).toEqual([]);
  expect(logText(sandbox)).not.toContain(sandbox.tenantApi.password);
  await expect.poll(() => logLines(sandbox, 'sync.saved')).toHaveLength(1);
  await expect.poll(() => statusesOf(sandbox, 'deleteCurrentTenantSession')).toEqual([204]);
  await sandbox.printer.finishJobs();
  await expect.poll(() => printersOwnPage(sandbox)).toContain('Canceled at');
  expect(marksIn(await printersOwnPage(sandbox))).toEqual([]);
}

/** What the central API answered to each request of that kind. */
function statusesOf(sandbox: Sandbox, operationId: string): (number | null)[] {
  return sandbox.tenantApi.requestLog.requests
    .filter((request) => request.operationId === operationId)
    .map(({ status }) => status);
}

/** What the printer itself shows of the jobs that it took. */
async function printersOwnPage(sandbox: Sandbox): Promise<string> {
  return (await fetch(sandbox.printer.httpUrl)).text();
}
