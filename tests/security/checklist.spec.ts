/**
 * The twenty points of Electron's own security checklist, held against the running kiosk, one test a point:
 * https://www.electronjs.org/docs/latest/tutorial/security
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ElectronApplication, Page } from 'playwright/test';
import { electronFlags, findElectronRuntime, lockedElectronVersion } from '../../build/electron-runtime.mjs';
import { calls } from '../../preload/contract.ts';
import { expect, test, words } from '../e2e/kiosk.ts';
import { logLines } from '../e2e/kiosk-log.ts';
import { pages, tryToLeave, tryToOpen } from './departures.ts';
import { brokenDirectives, injectionsThatRan } from './injections.ts';
import { cameThrough, knockWithoutLoading, loadsThatCameThrough, lookForPeers } from './loads.ts';
import { answersToRequests, permissionsNotDenied } from './permissions.ts';
import { startWitness } from './witness.ts';

const APP_PAGE = 'app://kiosk/index.html';
/** An error's name, a list without anything in it, or a no; a fullscreen request that is refused has no answer. */
const REFUSALS = /^(\w+Error|\[\]|false|"denied"|done)$/;
const root = resolve(import.meta.dirname, '../..');

test('1: only the kiosk’s own files are loaded, and no other machine hears of the page', async ({ page }) => {
  const witness = await startWitness();
  const ownStyle = await page.locator('link[rel=stylesheet]').first().getAttribute('href');
  const made = await page.evaluate(() => URL.createObjectURL(new Blob(['body{}'], { type: 'text/css' })));

  const through = await loadsThatCameThrough(page, [
    ...witness.origins,
    made,
    'data:text/css,body{}',
    'file:///etc/hostname',
    'app://other/index.html',
  ]);
  await knockWithoutLoading(page, `http://127.0.0.1:${witness.port}/`);
  await lookForPeers(page, witness.port);

  expect(page.url()).toBe(APP_PAGE);
  expect(await cameThrough(page, 'link', ownStyle ?? '')).toBe(true);
  expect(through).toEqual([]);
  expect(await witness.callers()).toEqual({ tcp: 0, udp: 0 });
  await witness.stop();
});

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

test('5: whatever the page asks of the machine is refused', async ({ app, page, sandbox }) => {
  await app.evaluate(({ clipboard }) => clipboard.writeText('somebody’s'));

  const answers = await answersToRequests(page);

  expect(await permissionsNotDenied(page)).toEqual([]);
  expect(Object.entries(answers).filter(([, answer]) => !REFUSALS.test(answer))).toEqual([]);
  expect(await page.evaluate(() => document.fullscreenElement ?? document.pointerLockElement)).toBeNull();
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe('somebody’s');
  expect(logLines(sandbox, 'permission.refused').map(({ permission }) => permission)).toEqual(
    expect.arrayContaining([
      'geolocation',
      'media',
      'clipboard-read',
      'clipboard-sanitized-write',
      'fullscreen',
    ]),
  );
});

test('6: the browser’s own security is on', async ({ app, page }) => {
  await page.title();

  expect(await webPreferences(app)).toMatchObject({ webSecurity: true });
  expect(await switches(app, ['disable-web-security', 'disable-site-isolation-trials'])).toEqual([]);
});

test('7: a content security policy stands on every answer, and lets nothing run that was written into the page', async ({
  app,
  page,
}) => {
  const policies = await app.evaluate(
    async ({ net }, addresses) => {
      const answers = await Promise.all(addresses.map((address) => net.fetch(address)));
      return answers.map(({ headers }) => headers.get('content-security-policy')?.split('; '));
    },
    [APP_PAGE, 'app://kiosk/not-there.html'],
  );

  for (const policy of policies) {
    expect(policy).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "font-src 'self'",
      "img-src 'self'",
      "connect-src 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "require-trusted-types-for 'script'",
      'sandbox allow-scripts allow-same-origin allow-popups allow-forms',
    ]);
  }
  expect(await injectionsThatRan(page)).toEqual([]);
  expect(await brokenDirectives(page)).toEqual([
    'base-uri',
    'connect-src',
    'font-src',
    'form-action',
    'frame-src',
    'img-src',
    'style-src-attr',
    'style-src-elem',
  ]);
});

test('8: no insecure content beside secure content', async ({ app, page }) => {
  await page.title();

  expect(await webPreferences(app)).toMatchObject({ allowRunningInsecureContent: false });
  expect(await switches(app, ['allow-running-insecure-content'])).toEqual([]);
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

test('11: the page knows no <webview>, with pop-ups or without', async ({ app, page }) => {
  const isWebview = await page.evaluate(() => {
    const made = document.createElement('webview');
    made.setAttribute('allowpopups', '');
    made.setAttribute('src', 'about:blank');
    document.body.append(made);
    return 'loadURL' in made || 'getWebContentsId' in made;
  });

  expect(isWebview).toBe(false);
  expect(await pages(app)).toBe(1);
  expect(await webPreferences(app)).toMatchObject({ webviewTag: false });
});

test('12: even a window that knew <webview> would get none', async ({ app, page, sandbox }) => {
  await page.title();

  await app.evaluate(async ({ BrowserWindow }, address) => {
    const other = new BrowserWindow({ show: false, webPreferences: { webviewTag: true } });
    await other.loadURL(address);
    await other.webContents.executeJavaScript(
      `document.body.append(Object.assign(document.createElement('webview'), { src: 'about:blank' }))`,
    );
  }, APP_PAGE);

  await expect.poll(() => logLines(sandbox, 'navigation.webview-refused').length).toBe(1);
  expect(await pages(app)).toBe(2);
});

test('13: the page leaves for nowhere', async ({ app, page, sandbox }) => {
  const witness = await startWitness();

  await tryToLeave(app, page, [
    ...witness.origins.slice(0, 2),
    'file:///etc/hostname',
    'data:text/html,left',
    'javascript:document.documentElement.remove()',
    'app://kiosk/elsewhere.html',
    'app://other/index.html',
    'mailto:accueil@exemple.fr',
  ]);

  expect(logLines(sandbox, 'navigation.refused').length).toBeGreaterThan(0);
  expect(await witness.callers()).toEqual({ tcp: 0, udp: 0 });
  await witness.stop();
});

test('13: a page that goes where nobody is asked, to about:blank, is brought back', async ({
  page,
  sandbox,
}) => {
  await page.evaluate(`location.assign('about:blank')`);

  await expect.poll(() => logLines(sandbox, 'navigation.brought-back').length).toBe(1);
  await page.waitForURL(APP_PAGE);
  await expect(page.getByRole('button', { name: words.attract.invitation })).toBeVisible();
});

test('14: no other window opens', async ({ app, page, sandbox }) => {
  const trap = await layTrap(page);
  await trap.click({ button: 'middle' });
  await trap.click({ modifiers: ['Control'] });
  await trap.click({ modifiers: ['Shift'] });
  await expect.poll(() => logLines(sandbox, 'navigation.window-refused').length).toBe(3);

  await tryToOpen(app, page, [
    'https://elsewhere.example/',
    'file:///etc/hostname',
    'about:blank',
    'javascript:1',
    APP_PAGE,
  ]);

  expect(logLines(sandbox, 'navigation.window-refused').length).toBeGreaterThan(3);
  expect(await pages(app)).toBe(1);
  expect(page.url()).toBe(APP_PAGE);
});

test('15: nothing is ever handed to another program: the built kiosk does not know how', () => {
  for (const folder of ['out/main', 'out/preload', 'out/renderer']) {
    for (const { path, text } of scriptsIn(join(root, folder)))
      expect(text, path).not.toContain('openExternal');
  }
});

test('16: Electron is of one known major, and a stand-in is never taken for the real one', async ({
  app,
  page,
}) => {
  await page.title();
  const wanted = json('package.json').devDependencies.electron;
  const locked = json('package-lock.json').packages['node_modules/electron'].version;
  const running = await app.evaluate(() => process.versions.electron);
  const found = findElectronRuntime(root, {});

  expect(major(locked)).toBe(major(wanted));
  expect(lockedElectronVersion()).toBe(locked);
  expect(running).toBe(found?.version);
  expect(found?.kind).toBe(running === locked ? 'official' : 'stand-in');
});

test('17: another window with the same page and the same bridge is refused every call, a frame has no bridge', async ({
  app,
  page,
}) => {
  const answers = await app.evaluate(
    async ({ app, BrowserWindow }, { address, channels }) => {
      const preload = `${app.getAppPath()}/out/preload/index.cjs`;
      const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await other.loadURL(address);
      return other.webContents.executeJavaScript(`Promise.all(${JSON.stringify(channels)}.map((channel) =>
        window.kiosk.call(channel, undefined).then(() => 'answered', ({ message }) => message)))`);
    },
    { address: APP_PAGE, channels: Object.keys(calls) },
  );
  const inFrames = await page.evaluate(() =>
    ['about:blank', 'app://kiosk/index.html'].map((src) => {
      const frame = document.createElement('iframe');
      frame.src = src;
      document.body.append(frame);
      return 'kiosk' in (frame.contentWindow ?? {});
    }),
  );

  expect(new Set(answers)).toEqual(new Set(['SENDER_REFUSED']));
  expect(answers).toHaveLength(Object.keys(calls).length);
  expect(inFrames).toEqual([false, false]);
});

test('17: the kiosk’s page under another address is refused, too', async ({ page }) => {
  const answer = () =>
    page.evaluate(() =>
      window.kiosk.call('session.read', undefined).then(
        ({ state }) => state,
        (error: Error) => error.message,
      ),
    );

  await page.evaluate(() => history.pushState(null, '', '/elsewhere.html'));

  expect(await answer()).toBe('SENDER_REFUSED');
  await page.evaluate(() => history.back());
  await page.waitForURL(APP_PAGE);
  expect(await answer()).toBe('attract');
});

test('18: there is no file:// in it, and app:// leads to the page’s own files only', async ({
  app,
  page,
}) => {
  await page.title();

  const statuses = await app.evaluate(
    ({ net }, addresses) =>
      Promise.all(
        addresses.map((address) =>
          net.fetch(address).then(
            ({ status }) => [address, status],
            () => [address, 'blocked'],
          ),
        ),
      ),
    [
      APP_PAGE,
      'app://kiosk/../package.json',
      'app://kiosk/../main/index.js',
      'app://kiosk/%2e%2e/main/index.js',
      'app://kiosk/%2e%2e%2fmain%2findex.js',
      'app://kiosk/%252e%252e%252fmain%252findex.js',
      'app://kiosk/assets/..%2f..%2f..%2fmain%2findex.js',
      'app://kiosk/..%5c..%5cmain%5cindex.js',
      'app://kiosk//etc/hostname',
      'app://kiosk/etc/hostname%00.html',
      'app://kiosk/',
      'app://kiosk/assets',
      'app://other/index.html',
      'file:///etc/hostname',
    ],
  );

  expect(Object.fromEntries(statuses)).toMatchObject({ [APP_PAGE]: 200 });
  expect(statuses.slice(1).filter(([, status]) => status !== 404 && status !== 'blocked')).toEqual([]);
});

test('19: run from its source the kiosk is not packaged: fuses are a matter of the package alone', async ({
  app,
  page,
}) => {
  await page.title();

  expect(await app.evaluate(({ app }) => app.isPackaged)).toBe(false);
});

test('20: the bridge is two functions and hands out nothing of Electron', async ({ page }) => {
  const bridge = await page.evaluate(() => ({
    keys: Object.keys(window.kiosk),
    isFrozen: Object.isFrozen(window.kiosk),
    descriptor: Object.getOwnPropertyDescriptor(window, 'kiosk'),
    others: ['ipcRenderer', 'electron', 'contextBridge', 'webFrame', 'electronBinding'].filter(
      (name) => name in window || name in window.kiosk,
    ),
  }));
  await page.evaluate(() => {
    const heard: unknown[][] = [];
    Object.assign(window, { heard });
    window.kiosk.on('session.changed', (...given: unknown[]) => heard.push(given));
  });
  await page.evaluate(() => window.kiosk.call('session.begin', undefined));
  const heard = () => page.evaluate(() => (window as unknown as { heard: unknown[][] }).heard);

  expect(bridge).toMatchObject({ keys: ['call', 'on'], isFrozen: true, others: [] });
  expect(bridge.descriptor).toMatchObject({ writable: false, configurable: false });
  await expect
    .poll(heard)
    .toEqual([[expect.objectContaining({ state: 'signedOut', access: expect.any(Object) })]]);
  expect(Object.keys((await heard())[0]?.[0] ?? {}).sort()).toEqual([
    'access',
    'idleWarningSeconds',
    'leavingAfter',
    'limitWarningSeconds',
    'state',
  ]);
});

/** Electron keeps them for every page, under a name that its types leave out. */
function webPreferences(app: ElectronApplication): Promise<object> {
  return app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as
      | { getLastWebPreferences?(): object }
      | undefined;
    return contents?.getLastWebPreferences?.() ?? {};
  });
}

/** Those of the command-line switches that are given. */
function switches(app: ElectronApplication, names: readonly string[]): Promise<string[]> {
  return app.evaluate(({ app }, names) => names.filter((name) => app.commandLine.hasSwitch(name)), names);
}

/** A link in the corner of the page, over all else. */
async function layTrap(page: Page) {
  await page.evaluate((address) => {
    const trap = document.createElement('a');
    Object.assign(trap, { id: 'trap', href: address, textContent: 'Elsewhere' });
    Object.assign(trap.style, { position: 'fixed', inset: '0 auto auto 0', zIndex: '9999' });
    document.body.append(trap);
  }, APP_PAGE);
  return page.locator('#trap');
}

function scriptsIn(folder: string): { path: string; text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.c?js$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
}

function json(file: string) {
  return JSON.parse(readFileSync(join(root, file), 'utf8'));
}

function major(version: string): string | undefined {
  return /\d+/.exec(version)?.[0];
}
