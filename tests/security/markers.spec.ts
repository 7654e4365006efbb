/**
 * More than twenty things of one person are planted, her session ends in each way that there is, and then every place that
 * lives on is searched: the profile folder, temporary folders, main's heap and buffers, the heap of the page.
 */
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright/test';
import { displayOf } from '../e2e/display.ts';
import { codeIn, lastEmail, MARGUERITE, typeBirthDate } from '../e2e/joining.ts';
import { askForEmail, begin, heading, openAccount } from '../e2e/journey.ts';
import { pressKeys } from '../e2e/keys.ts';
import { attractScreen, expect, test as kioskTest, words } from '../e2e/kiosk.ts';
import { logLines } from '../e2e/kiosk-log.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import {
  CHOSEN,
  LEFT,
  MARKED_TENANT,
  MARKERS,
  markersInMain,
  markersInPage,
  markersOnDisk,
} from './markers.ts';

/** The shortest sessions that the configuration allows. */
const SHORT = {
  idleTimeoutSeconds: 30,
  idleWarningSeconds: 10,
  absoluteLimitMinutes: 5,
  holdLimitSeconds: 5,
};
const SHORTEST_LIMIT = { ...SHORT, idleTimeoutSeconds: 600, absoluteLimitMinutes: 1 };

/** What the landlord asks the kiosk to wait before it sends again what it did not take. */
const LONGER_THAN_ANY_SEARCH_SECONDS = 600;

// Snapshots of a heap, each of which stops the program for a while.
kioskTest.describe.configure({ timeout: 240_000 });

interface Search {
  /** Temporary files of the kiosk's process would be here, were it to leave any outside its own folder. */
  temporaryFolder: string;
  /** Where the search itself keeps its snapshots. */
  notes: string;
}

const test = kioskTest.extend<Search>({
  temporaryFolder: async ({ sandbox }, use) => {
    const folder = join(dirname(sandbox.dataFolder), 't');
    mkdirSync(folder);
    await use(folder);
  },
  notes: async ({ sandbox }, use) => {
    const folder = join(dirname(sandbox.dataFolder), 'notes');
    mkdirSync(folder);
    await use(folder);
  },
  app: async ({ startKiosk, temporaryFolder }, use) => use(await startKiosk({ TMPDIR: temporaryFolder })),
});

test.beforeEach(async ({ sandbox }) => {
  await sandbox.tenantApi.addTenant(MARKED_TENANT);
});

test('"J’ai terminé" leaves nothing', async ({ app, page, sandbox, notes, temporaryFolder }) => {
  const found = new Set<string>();
  await begin(page);
  await tryToCreateAccount(page);
  await plant(app, page, sandbox, replacePassword, async (when) => {
    const inPage = await markersInPage(app, join(notes, `page-${when}.heapsnapshot`));
    for (const name of inPage) found.add(name);
    if (when === 'typing') return;
    const inMain = await markersInMain(app, join(notes, `main-${when}`));
    expect(inMain).toEqual(expect.arrayContaining(['firstName', 'lastName', 'tenantNumber']));
    for (const name of inMain) found.add(name);
    // To search a heap takes its time, and she is still there.
    await page.keyboard.press('Shift');
  });
  // What the search must be able to find, or its finding nothing means nothing: here, and after each other end.
  // An amount is a number here, and in a text only as long as an answer of the API is being read.
  const sought = Object.keys(MARKERS).filter((name) => name !== 'amountCents');
  expect(sought.filter((name) => !found.has(name))).toEqual([]);
  expect(found.size).toBeGreaterThanOrEqual(20);

  await page.getByRole('button', { name: words.frame.finish }).click();
  await expect(page.getByText(words.attract.ended.finished)).toBeVisible();

  await expectNothing(app, { sandbox, notes, temporaryFolder });
});

test.describe('nobody moves any more', () => {
  kioskTest.use({ config: { session: SHORT } });

  test('the idle clock leaves nothing', { tag: '@waits' }, async ({
    app,
    page,
    sandbox,
    notes,
    temporaryFolder,
  }) => {
    await begin(page);
    await plant(app, page, sandbox, typePassword);

    await expect(page.getByText(words.attract.ended.idle)).toBeVisible({ timeout: 45_000 });

    await expectNothing(app, { sandbox, notes, temporaryFolder });
  });
});

test.describe('the longest session', () => {
  kioskTest.use({ config: { session: SHORTEST_LIMIT } });

  test('the absolute limit is announced, and leaves nothing', { tag: '@waits' }, async ({
    app,
    page,
    sandbox,
    notes,
    temporaryFolder,
  }) => {
    await begin(page);
    await plant(app, page, sandbox, typePassword);

    await expect(page.getByRole('alertdialog', { name: words.limitWarning.title })).toBeVisible({
      timeout: 40_000,
    });
    await page.getByRole('button', { name: words.limitWarning.understood }).click();
    await expect(page.getByText(words.attract.ended.absoluteLimit)).toBeVisible({ timeout: 50_000 });

    await expectNothing(app, { sandbox, notes, temporaryFolder });
  });
});

test('a page that crashes leaves nothing', async ({ app, page, sandbox, notes, temporaryFolder }) => {
  const display = displayOf(app);
  await begin(page);
  await plant(app, page, sandbox, typePassword);

  process.kill(await display.processId(), 'SIGKILL');
  await expect.poll(display.text).toContain(words.attract.ended.interrupted);

  await expectNothing(app, { sandbox, notes, temporaryFolder });
});

test('a power cut leaves nothing once the kiosk is back', async ({
  app,
  page,
  sandbox,
  startKiosk,
  notes,
  temporaryFolder,
}) => {
  await begin(page);
  await plant(app, page, sandbox, typePassword);

  const ended = once(app.process(), 'exit');
  app.process().kill('SIGKILL');
  await ended;
  const tries = () => logLines(sandbox, 'sync.not-delivered').length;
  const triesBefore = tries();
  const next = await startKiosk({ TMPDIR: temporaryFolder });
  await attractScreen(next);
  // What she sealed here is unsealed for a moment when it is tried again, which is now, and then not for long.
  await expect.poll(tries).toBeGreaterThan(triesBefore);

  await expectNothing(next, { sandbox, notes, temporaryFolder });
});

type LookAround = (when: 'typing' | 'before') => Promise<void>;

/** Leaves every marker somewhere, those of a chosen password aside. `lookAround` comes whenever more of them are there than before. */
async function plant(
  app: ElectronApplication,
  page: Page,
  sandbox: Sandbox,
  comeIn: (page: Page, sandbox: Sandbox, lookAround: LookAround) => Promise<void>,
  lookAround: LookAround = async () => undefined,
): Promise<void> {
  const field = (label: string) => page.getByLabel(label, { exact: true });
  await field(words.signIn.email).fill(MARKED_TENANT.email);
  await field(words.signIn.password).click();
  // On a keyboard of their own: main looks at each key before the page has it.
  await pressKeys(
    app,
    [...LEFT.wrongPassword].map((keyCode) => ({ keyCode })),
  );
  // They come one after the other, and those that come late would land in what is typed next.
  await expect(field(words.signIn.password)).toHaveValue(/4711$/);
  await field(words.signIn.password).fill(LEFT.wrongPassword);
  await page.getByRole('button', { name: words.signIn.submit }).click();
  await expect(page.getByText(words.errors.CREDENTIALS_INVALID)).toBeVisible();
  await comeIn(page, sandbox, lookAround);
  await expect(page.getByRole('button', { name: words.home.accountText })).toBeVisible();

  await openAccount(page);
  await expect(page.getByText('ROOKWOOD 06/18')).toBeVisible();
  await page.getByRole('button', { name: words.frame.back }).click();
  // Which of her accounts it is about stands in what is sent: a try under way while a heap is searched would be found.
  sandbox.tenantApi.faults.set('createStatementDelivery', {
    effect: { kind: 'status', status: 503, retryAfterSeconds: LONGER_THAN_ANY_SEARCH_SECONDS },
  });
  await askForEmail(page);
  await expect(page.getByText(words.email.savedText)).toBeVisible();
  await page.getByRole('button', { name: words.frame.back }).click();
  await page.getByRole('button', { name: words.statement.print }).click();
  await expect(page.getByText(words.printing.takePaper)).toBeVisible();
  await page.getByRole('button', { name: words.frame.back }).click();
  await page.getByRole('button', { name: words.frame.back }).click();
  await openAccount(page);
  await expect(page.getByText('ROOKWOOD 06/18')).toBeVisible();
  await page.evaluate(leaveByHand, LEFT);

  await lookAround('before');
  // No page gets there by itself; another program does. In one go: a kiosk beside this one empties the same clipboard.
  const copied = await app.evaluate(async ({ clipboard }, text) => {
    await clipboard.writeText(text);
    return await clipboard.readText();
  }, LEFT.clipboard);
  expect(copied).toBe(LEFT.clipboard);
}

async function typePassword(page: Page, sandbox: Sandbox): Promise<void> {
  await page.getByLabel(words.signIn.password, { exact: true }).fill(sandbox.tenantApi.password);
  await page.getByRole('button', { name: words.signIn.submit }).click();
}

/** To an address that is taken: the landlord has heard the password, and the page keeps it for another address. */
async function tryToCreateAccount(page: Page): Promise<void> {
  const { joining, newPassword } = words;
  const field = (label: string) => page.getByLabel(label, { exact: true });
  const touch = (name: string) => page.getByRole('button', { name, exact: true }).click();
  await touch(joining.open);
  await touch(joining.start.go);
  await field(joining.number.label).fill(MARGUERITE.number);
  await touch(joining.next);
  await field(joining.name.label).fill(MARGUERITE.name);
  await touch(joining.next);
  await typeBirthDate(page, words, MARGUERITE.birthDate);
  await touch(joining.next);
  await field(joining.email.label).fill(MARKED_TENANT.email);
  await touch(joining.next);
  await field(newPassword.label).fill(CHOSEN.accountPassword);
  await field(newPassword.again).fill(CHOSEN.accountPassword);
  await touch(joining.next);
  await touch(joining.consent.accept);
  await expect(page.getByText(joining.email.taken)).toBeVisible();
  for (const title of [joining.birth.title, joining.name.title, joining.number.title, joining.start.title]) {
    await touch(words.frame.back);
    await expect(heading(page)).toHaveText(title);
  }
  await touch(words.frame.back);
  await expect(heading(page)).toHaveText(words.signIn.title);
}

async function replacePassword(page: Page, sandbox: Sandbox, lookAround: LookAround): Promise<void> {
  const { joining, lostPassword, newPassword } = words;
  const field = (label: string) => page.getByLabel(label, { exact: true });
  const touch = (name: string) => page.getByRole('button', { name, exact: true }).click();
  await touch(lostPassword.open);
  await expect(heading(page)).toHaveText(lostPassword.email.title);
  await field(joining.email.label).fill(MARKED_TENANT.email);
  await touch(lostPassword.email.send);
  await expect(heading(page)).toHaveText(lostPassword.code.title);
  await field(lostPassword.code.label).fill(codeIn(lastEmail(sandbox)));
  await touch(lostPassword.code.submit);
  await field(newPassword.label).fill(CHOSEN.newPassword);
  await field(newPassword.again).fill(CHOSEN.newPassword);
  await lookAround('typing');
  await touch(newPassword.save);
}

/** Runs in the page. */
async function leaveByHand(left: typeof LEFT): Promise<void> {
  window.name = left.windowName;
  localStorage.setItem('left', left.localStorage);
  sessionStorage.setItem('left', left.sessionStorage);
  Object.assign(window, { leftBehind: Object.values(left).map((text) => `${text} `) });
  await new Promise((resolve, reject) => {
    const opening = indexedDB.open('left', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('left').put(left.database, 'left');
    opening.onsuccess = resolve;
    opening.onerror = reject;
  });
  history.pushState(null, '', `#${left.history}`);
  history.pushState(null, '', location.pathname);
  const field = document.createElement('textarea');
  document.body.append(field);
  field.value = left.freeText;
}

async function expectNothing(
  app: ElectronApplication,
  { sandbox, notes, temporaryFolder }: Search & { sandbox: Sandbox },
): Promise<void> {
  expect(await markersInMain(app, join(notes, 'main-after'))).toEqual([]);
  expect(await markersInPage(app, join(notes, 'page-after.heapsnapshot'))).toEqual([]);
  expect(markersOnDisk(sandbox.dataFolder)).toEqual([]);
  expect(markersOnDisk(temporaryFolder)).toEqual([]);
  const left = await app.evaluate(async ({ BrowserWindow, clipboard }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return {
      clipboard: await clipboard.readText(),
      windowName: await contents?.mainFrame.executeJavaScript('window.name'),
      pages: contents?.navigationHistory.length(),
      zoom: contents?.getZoomFactor(),
    };
  });
  expect(left).toEqual({ clipboard: '', windowName: '', pages: 1, zoom: 1 });
}
