/** Help that ends before anybody says so: the badge is taken away, the screen crashes, the power fails. And the trail of it, proven. */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import type { ElectronApplication, Page } from 'playwright/test';
import { electronFlags, electronRuntime } from '../../build/electron-runtime.mjs';
import { DATABASE_FILE } from '../../main/store/database-file.ts';
import { PCPROX, type SandboxBadgeReader } from '../sandbox/badge-reader/badge-reader.ts';
import { BADGE_READER } from '../sandbox/config-overlay.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { ask } from './ask.ts';
import { CLAIRE, identify, MARC, plugInBadgeReader, presentBadge, typePin } from './badge.ts';
import { displayOf } from './display.ts';
import { begin, signIn } from './journey.ts';
import { attractScreen, expect, test, words } from './kiosk.ts';

const t = words.assistance;
const ROOT = resolve(import.meta.dirname, '../..');

test.use({ config: { readers: [BADGE_READER, PCPROX] } });

test('a badge taken away ends the help, a crash and a power cut end everything, and the trail tells of each', async ({
  sandbox,
  startKiosk,
}) => {
  const app = await startKiosk();
  const page = await attractScreen(app);
  const reader = await plugInBadgeReader(app, sandbox);
  await signIn(page, sandbox);

  await helpWithConsent(page, reader);
  await presentBadge(app, MARC.badgeNumber);
  await expect(banner(page)).toContainText(t.banner.otherBadge);
  await reader.takeAway();
  await expect(banner(page)).toContainText(t.ended.badgeRemoved);
  // With her, the tenant may have gone.
  await touch(page, words.idle.stay);
  await touch(page, t.ended.read);
  await expect(page.getByRole('button', { name: words.home.accountText })).toBeVisible();

  await helpWithConsent(page, reader);
  const display = displayOf(app);
  process.kill(await display.processId(), 'SIGKILL');
  await expect.poll(display.text).toContain(words.attract.ended.interrupted);
  expect(await display.text()).not.toContain('Martin');
  await cutPower(app);

  const second = await startKiosk();
  const secondPage = await attractScreen(second);
  await signIn(secondPage, sandbox);
  await identify(secondPage, CLAIRE.userName, CLAIRE.pin);
  await touch(secondPage, t.consent.accept);
  await expect(banner(secondPage)).toContainText(t.banner.how.onScreen);
  await cutPower(second);
  expect(await audit(sandbox)).toEqual({ exitCode: 0, verdict: { whole: true, entryCount: 8 } });

  const again = await startKiosk();
  const fresh = await attractScreen(again);
  expect(await ask(fresh, 'session.read', undefined)).toMatchObject({ state: 'attract' });
  await expect(fresh.getByText('Martin')).toHaveCount(0);
  await begin(fresh);
  expect(await ask(fresh, 'session.read', undefined)).toMatchObject({ assistance: null });
  await identify(fresh, CLAIRE.userName, CLAIRE.pin);
  await expect(banner(fresh)).toContainText(t.banner.how.signedOut);
  await touch(fresh, t.banner.stop);
  await expect
    .poll(() => sandbox.tenantApi.auditTrail.entries.map(({ entry }) => `${entry.action} ${entry.subject}`))
    .toEqual([
      ...['signedIn here', 'consentGiven null', 'ended badgeRemoved'],
      ...['signedIn here', 'consentGiven null', 'ended sessionOver'],
      ...['signedIn here', 'consentGiven null', 'ended interrupted'],
      ...['signedIn here', 'ended person'],
    ]);
  // A badge that was found, or a name that is known: three guesses, and then whoever knows the PIN waits, too.
  const found = (pin: string) => ask(fresh, 'assist.signIn', { name: MARC.userName, pin });
  for (const pin of ['0000', '1111', '2222']) expect(await found(pin)).toMatchObject({ ok: false });
  expect(await found(MARC.pin)).toMatchObject({ error: { code: 'STAFF_PIN_DELAYED' } });
  await again.close();
  expect(await audit(sandbox)).toEqual({ exitCode: 0, verdict: { whole: true, entryCount: 11 } });

  takeOut(sandbox, 5);
  expect(await audit(sandbox)).toEqual({
    exitCode: 1,
    verdict: { whole: false, sequence: 5, why: 'missing' },
  });
});

/** By a badge that stays on the reader. */
async function helpWithConsent(page: Page, reader: SandboxBadgeReader): Promise<void> {
  await reader.lay(CLAIRE.badgeNumber);
  await typePin(page, CLAIRE.pin);
  await touch(page, t.consent.accept);
  await expect(banner(page)).toContainText(t.banner.how.onScreen);
}

async function cutPower(app: ElectronApplication): Promise<void> {
  const ended = once(app.process(), 'exit');
  app.process().kill('SIGKILL');
  await ended;
}

function touch(page: Page, name: string): Promise<void> {
  return page.getByRole('button', { name }).click();
}

function banner(page: Page) {
  return page.getByRole('region', { name: t.banner.label });
}

/** As a technician asks for it. */
function audit(sandbox: Sandbox): Promise<{ exitCode: number; verdict: unknown }> {
  const words = [...electronFlags(), ROOT, '--doctor', 'audit', '--json'];
  const env = { ...process.env, ...sandbox.environment };
  return new Promise((done, fail) => {
    execFile(electronRuntime().executable, words, { env, timeout: 30_000 }, (error, stdout, aside) => {
      if (stdout === '') return fail(new Error(`The doctor gives no verdict: ${aside}`));
      done({ exitCode: error ? Number(error.code) : 0, verdict: JSON.parse(stdout) });
    });
  });
}

/** As somebody who has the file would: no trigger keeps them from it. */
function takeOut(sandbox: Sandbox, sequence: number): void {
  const books = new Database(join(sandbox.dataFolder, DATABASE_FILE));
  const triggers = books
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'audit_entries'")
    .pluck()
    .all() as string[];
  for (const trigger of triggers) books.exec(`DROP TRIGGER "${trigger}"`);
  books.prepare('DELETE FROM audit_entries WHERE sequence = ?').run(sequence);
  books.close();
}
