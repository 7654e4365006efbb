/** What people see when something dies under them. Each test kills the real process. */
import { once } from 'node:events';
import type { ElectronApplication } from 'playwright/test';
import { type Display, displayOf } from './display.ts';
import { openAccount, signIn } from './journey.ts';
import { attractScreen, expect, test, words } from './kiosk.ts';
import { logLines } from './kiosk-log.ts';

const INVITATION = words.attract.invitation;
const INTERRUPTED = words.attract.ended.interrupted;

/** The bench holds the kiosk to 2 s; here other programs may need the machine too. */
const SOON = { timeout: 10_000, intervals: [50] };
/** …and until a page that hangs is known to hang. */
const AFTER_A_HANG = { timeout: 20_000, intervals: [50] };

for (const signal of ['SIGKILL', 'SIGSEGV'] as const) {
  test(`a page whose process gets ${signal} comes back clean, and its person is told`, async ({
    app,
    page,
    sandbox,
  }) => {
    const display = displayOf(app);
    await signIn(page, sandbox);
    await openAccount(page);

    process.kill(await display.processId(), signal);

    await expect.poll(display.text, SOON).toContain(INTERRUPTED);
    await expectToServe(display);
    expect(await display.text()).not.toContain('Martin');
    await expect
      .poll(() => sandbox.tenantApi.requestLog.requests.map(({ operationId }) => operationId))
      .toContain('deleteCurrentTenantSession');
  });
}

test('a page that hangs comes back clean', async ({ app, page, sandbox }) => {
  const display = displayOf(app);
  await signIn(page, sandbox);
  const hung = await display.processId();

  void page.evaluate('for (;;) {}').catch(() => null);

  await expect.poll(display.text, AFTER_A_HANG).toContain(INTERRUPTED);
  await expectToServe(display);
  await expect.poll(() => isAlive(hung)).toBe(false);
  await expect.poll(() => logLines(sandbox, 'watchdog.screen-failed')).toMatchObject([{ failure: 'hang' }]);
});

test('a page that stands still comes back clean', async ({ app, page, sandbox }) => {
  const display = displayOf(app);
  await signIn(page, sandbox);
  const stopped = await display.processId();

  process.kill(stopped, 'SIGSTOP');

  await expect.poll(display.text, AFTER_A_HANG).toContain(INTERRUPTED);
  await expectToServe(display);
  await expect.poll(() => isAlive(stopped)).toBe(false);
});

test('a page that eats all its memory comes back clean', async ({ app, page, sandbox }) => {
  const display = displayOf(app);
  await signIn(page, sandbox);

  void page.evaluate('for (const kept = []; ; ) kept.push(new Array(100_000).fill({}))').catch(() => null);

  await expect.poll(() => logLines(sandbox, 'watchdog.page-gone'), { timeout: 30_000 }).toHaveLength(1);
  await expect.poll(display.text, SOON).toContain(INTERRUPTED);
  await expectToServe(display);
});

test('when the graphics process dies, a clean screen comes', async ({ app, page, sandbox }) => {
  const display = displayOf(app);
  await signIn(page, sandbox);
  const gpu = await app.evaluate(({ app: kiosk }) =>
    kiosk.getAppMetrics().find(({ type }) => type === 'GPU'),
  );
  if (!gpu) throw new Error('There is no graphics process to kill.');

  process.kill(gpu.pid, 'SIGKILL');

  await expect.poll(display.text, SOON).toContain(INTERRUPTED);
  await expectToServe(display);
});

test('a terminal that fails again and again says so, with a code', async ({ app, page, sandbox }) => {
  const display = displayOf(app);
  await expect(page.getByRole('button', { name: INVITATION })).toBeVisible();

  for (let failures = 0; failures < 3; failures += 1) {
    process.kill(await display.processId(), 'SIGKILL');
    await expect.poll(() => logLines(sandbox, 'watchdog.page-gone')).toHaveLength(failures + 1);
    await expect.poll(display.text, SOON).toContain(INVITATION);
  }
  process.kill(await display.processId(), 'SIGKILL');

  await expect.poll(display.text).toContain(words.outOfService.title);
  await expect.poll(() => display.text()).toContain('SCREEN_CRASHED');
});

test('a screen that cannot even say so ends the program, for its unit to start it anew', async ({
  app,
  page,
  sandbox,
}) => {
  const display = displayOf(app);
  await expect(page.getByRole('button', { name: INVITATION })).toBeVisible();
  const ended = once(app.process(), 'exit');

  for (let failures = 0; failures < 5; failures += 1) {
    process.kill(await display.processId(), 'SIGKILL');
    await expect.poll(() => logLines(sandbox, 'watchdog.page-gone')).toHaveLength(failures + 1);
    if (failures < 4) await expect.poll(display.text).not.toBe('');
  }

  expect(await ended).toEqual([70, null]);
});

test('a program that is killed starts anew on its attract screen and serves people', async ({
  app,
  page,
  sandbox,
  startKiosk,
}) => {
  await signIn(page, sandbox);
  await killProgram(app);

  const next = await attractScreen(await startKiosk());

  await signIn(next, sandbox);
  await openAccount(next);
});

async function expectToServe(display: Display): Promise<void> {
  await display.press(INVITATION);
  await expect.poll(display.text).toContain(words.signIn.title);
}

async function killProgram(app: ElectronApplication): Promise<void> {
  const ended = once(app.process(), 'exit');
  app.process().kill('SIGKILL');
  await ended;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
