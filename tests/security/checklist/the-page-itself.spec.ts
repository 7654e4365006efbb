/** Points 2 to 4, 6, 9 and 10: the page's own world, its process, and what its browser can do. */
import { readFileSync } from 'node:fs';
import { electronFlags } from '../../../build/electron-runtime.mjs';
import { expect, test } from '../../e2e/shared-kiosk.ts';
import { switches, webPreferences } from './page-settings.ts';

test('2: the page has no Node.js', async ({ app, page }) => {
  const found = await page.evaluate(() =>
    ['require', 'process', 'module', 'exports', 'Buffer', 'global', '__dirname', 'setImmediate'].filter(
      (name) => name in globalThis,
    ),
  );

  expect(found).toEqual([]);
  expect(await webPreferences(app)).toMatchObject({
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
  });
});

test('3: what the page does to its own world does not reach the preload script', async ({ app, page }) => {
  // The page's own scripts, which come behind the first screen, would be caught as well.
  await page.waitForLoadState('networkidle');

  const seen = await page.evaluate(async () => {
    const caught: unknown[] = [];
    const { call } = Function.prototype;
    for (const name of ['call', 'apply', 'bind', 'toString'] as const) {
      const original = Function.prototype[name];
      Function.prototype[name] = function spy(this: never, ...given: never[]) {
        caught.push(this);
        return Reflect.apply(original, this, given);
      } as never;
    }
    Object.defineProperty(Object.prototype, 'ok', { get: () => caught.push('ok'), configurable: true });
    const answer = await window.kiosk.call('session.read', undefined);
    Function.prototype.call = call;
    return { caught: caught.length, state: answer.state };
  });

  expect(seen).toEqual({ caught: 0, state: 'attract' });
  expect(await webPreferences(app)).toMatchObject({ contextIsolation: true });
});

test('4: the page’s process is sandboxed, unless this machine’s root runs the tests', async ({
  app,
  page,
}) => {
  await page.title();
  const noSandbox = await app.evaluate(({ app }) => app.commandLine.hasSwitch('no-sandbox'));
  const pid = await app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.getOSProcessId());
  const [, filtered] = /^Seccomp:\s+(\d)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];

  expect(await webPreferences(app)).toMatchObject({ sandbox: true });
  expect(noSandbox).toBe(electronFlags().includes('--no-sandbox'));
  // seccomp(2): 2 is a filter on system calls, Chromium's own.
  if (!noSandbox) expect(filtered).toBe('2');
});

test('6: the browser’s own security is on', async ({ app, page }) => {
  await page.title();

  expect(await webPreferences(app)).toMatchObject({ webSecurity: true });
  expect(await switches(app, ['disable-web-security', 'disable-site-isolation-trials'])).toEqual([]);
});

test('9: no experimental features of Chromium', async ({ app, page }) => {
  await page.title();

  expect(await webPreferences(app)).toMatchObject({ experimentalFeatures: false });
  expect(await switches(app, ['enable-experimental-web-platform-features'])).toEqual([]);
});

test('10: no feature of Blink is switched on by name', async ({ app, page }) => {
  await page.title();

  expect(await webPreferences(app)).toMatchObject({ enableBlinkFeatures: '' });
  expect(await switches(app, ['enable-blink-features'])).toEqual([]);
});
