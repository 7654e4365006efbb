/**
 * One kiosk for test after test, instead of one each: the start of a kiosk and its sandbox takes longer than most
 * journeys. A spec of ordinary journeys imports from here what it would import from kiosk.ts:
 *
 *     import { expect, test, words } from './shared-kiosk.ts';
 *
 * and gets `page`, `app` and `sandbox` as there. Each test begins on the attract screen, with nobody's choices (it may
 * say goodbye to the one before for some seconds), in a world on its first morning: the landlord's books and mailbox, faults, paper and printed documents, the
 * terminal's journal and plans, the kiosk's own log and database. A test may leave the kiosk on any screen. A kiosk
 * that does not come back from there by itself is replaced, and a test that fails takes its kiosk with it.
 *
 * `test.use({ config })` (or `orientation`, `switches`) gets a kiosk of that kind: say it once for a file where that
 * is possible, because the kiosk changes with every change of it.
 *
 * A test that starts, kills or restarts the kiosk, writes its configuration, moves its clock, takes it out of
 * service, or has the landlord forget it, uses `test` of kiosk.ts, beside the others in the same file:
 *
 *     import { test as testOfItsOwn } from './kiosk.ts';
 */
import { existsSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import Database from 'better-sqlite3';
import type { ElectronApplication, Page } from 'playwright/test';
import { ROOM_FOR_BOTH_ORIENTATIONS, startVirtualScreen } from '../../build/processes/virtual-screen.ts';
import { DATABASE_FILE } from '../../main/store/database-file.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { attractScreen, type KioskOptions, launchKiosk, openSandbox, test as testOfItsOwn } from './kiosk.ts';
import { LOG_FILE } from './kiosk-log.ts';
import { keepRemains } from './remains.ts';
import { liftFingers } from './touch.ts';

export { expect } from './kiosk.ts';
export * from './words.ts';

interface SharedKiosk {
  readonly kind: KioskOptions;
  readonly sandbox: Sandbox;
  readonly app: ElectronApplication;
  readonly page: Page;
  close(): Promise<void>;
}

/** Longer than whoever is there takes to leave, and what they did to reach the landlord. */
const PATIENCE_MS = 10_000;
const LOOK_AGAIN_MS = 20;

/** On a document that a test was given: until it is wiped, whatever the test did to it is there. */
const USED = 'givenToTest';

/** What belongs to nobody: figures of the machine, what is the same for every person, and the trail that nothing leaves. */
const STAYS = ['health_counters', 'reference_data', 'audit_entries', 'audit_head'];

/** The one of this worker. */
let standing: SharedKiosk | null = null;

export const test = testOfItsOwn.extend<{ sharedKiosk: SharedKiosk }>({
  sharedKiosk: async ({ orientation, config, surroundings, isEnrolled, switches, endWithWorker }, use) => {
    if (standing === null) endWithWorker(putAway);
    const kiosk = await kioskOf({ orientation, config, surroundings, isEnrolled, switches });
    await kiosk.page.evaluate((mark) => Object.assign(window, { [mark]: true }), USED);
    await use(kiosk);
  },

  sandbox: async ({ sharedKiosk }, use) => use(sharedKiosk.sandbox),
  app: async ({ sharedKiosk: { app, sandbox } }, use, info) => {
    await use(app);
    keepRemains(info, sandbox, [app]);
  },
  page: async ({ sharedKiosk, app: _ }, use) => use(sharedKiosk.page),
  startKiosk: async ({ browserName: _ }, use) =>
    use(() => Promise.reject(new Error('A test that starts a kiosk has one of its own: see kiosk.ts.'))),
});

async function kioskOf(kind: KioskOptions): Promise<SharedKiosk> {
  if (standing && isDeepStrictEqual(standing.kind, kind) && (await isAsNew(standing))) return standing;
  await putAway();
  standing = await start(kind);
  return standing;
}

async function putAway(): Promise<void> {
  const kiosk = standing;
  standing = null;
  await kiosk?.close();
}

async function start(kind: KioskOptions): Promise<SharedKiosk> {
  const { switches, ...world } = kind;
  // Apart from the kiosk that a test in between has of its own: the focus and the clipboard are not theirs both.
  const [screen, { sandbox, end }] = await Promise.all([
    startVirtualScreen(ROOM_FOR_BOTH_ORIENTATIONS),
    openSandbox(world),
  ]);
  const environment = { ...sandbox.environment, DISPLAY: screen.display };
  const app = await launchKiosk(environment, undefined, switches);
  return {
    kind,
    sandbox,
    app,
    page: await attractScreen(app),
    async close() {
      await app.close();
      await end();
      await screen.stop();
    },
  };
}

/** Makes it so. False where it cannot be made so. */
async function isAsNew({ page, sandbox }: SharedKiosk): Promise<boolean> {
  sandbox.tenantApi.faults.clear();
  await liftFingers(page);
  if (!(await comesTrue(() => isInvitingPeople(page)))) return false;

  const books = new Database(join(sandbox.dataFolder, DATABASE_FILE));
  try {
    if (!(await comesTrue(async () => nothingIsOpen(books)))) return false;
    empty(books);
  } finally {
    books.close();
  }
  await sandbox.reset();
  const log = join(sandbox.dataFolder, LOG_FILE);
  if (existsSync(log)) truncateSync(log);
  return true;
}

/**
 * One step on the way there at a time. Whoever chose a language or larger text is said goodbye to in it: only the end
 * of somebody who came and went makes that go away at once.
 */
function isInvitingPeople(page: Page): Promise<boolean> {
  return page.evaluate(async (mark) => {
    const { kiosk } = window;
    const session = await kiosk.call('session.read', undefined);
    const { locale, textSize, contrast } = session.access;
    switch (session.state) {
      case 'attract': {
        const isUnchosen = locale === 'fr' && textSize === 'normal' && contrast === 'standard';
        if (isUnchosen && !(mark in window)) return document.querySelector('main') !== null;
        await kiosk.call('session.begin', undefined);
        return false;
      }
      case 'signedOut':
        // The faults are mended: it is soon noticed, and the next person should not be told of them.
        if ((await kiosk.call('connectivity.read', undefined)) === 'online') {
          await kiosk.call('session.end', undefined);
        }
        return false;
      case 'tenant':
        await kiosk.call('session.end', undefined);
        return false;
      case 'technician':
        await kiosk.call('staff.leave', undefined);
        return false;
      default:
        return false;
    }
  }, USED);
}

function nothingIsOpen(books: Database.Database): boolean {
  const open = books
    .prepare(
      `SELECT (SELECT count(*) FROM outbox WHERE state = 'pending' AND kind <> 'health-report')
            + (SELECT count(*) FROM payment_attempts WHERE state NOT IN ('NOT_PERFORMED', 'SETTLED'))`,
    )
    .pluck()
    .get();
  return open === 0;
}

function empty(books: Database.Database): void {
  const tables = books
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
    .pluck()
    .all() as string[];
  books.pragma('foreign_keys = OFF');
  books.transaction(() => {
    for (const table of tables) if (!STAYS.includes(table)) books.exec(`DELETE FROM "${table}"`);
  })();
}

async function comesTrue(look: () => Promise<boolean>): Promise<boolean> {
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    // A page that is being replaced does not answer.
    if (await look().catch(() => false)) return true;
    await delay(LOOK_AGAIN_MS);
  }
  return false;
}
