/** Points 5, 17 and 20: what the machine and main answer to the page, and to nobody else. */
import { APP_PAGE } from '../../../main/kiosk/app-protocol.ts';
import { calls } from '../../../preload/contract.ts';
import { test as testOfItsOwn } from '../../e2e/kiosk.ts';
import { logLines } from '../../e2e/kiosk-log.ts';
import { expect, test } from '../../e2e/shared-kiosk.ts';
import { answersToRequests, permissionsNotDenied } from './permissions.ts';

/** An error's name, a list without anything in it, or a no; a fullscreen request that is refused has no answer. */
const REFUSALS = /^(\w+Error|\[\]|false|"denied"|done)$/;

testOfItsOwn('5: whatever the page asks of the machine is refused', async ({ app, page, sandbox }) => {
  await app.evaluate(({ clipboard }) => clipboard.writeText('somebody’s'));

  const answers = await answersToRequests(page);

  expect(await permissionsNotDenied(page)).toEqual([]);
  expect(Object.entries(answers).filter(([, answer]) => !REFUSALS.test(answer))).toEqual([]);
  expect(await page.evaluate(() => document.fullscreenElement ?? document.pointerLockElement)).toBeNull();
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe('somebody’s');
  await expect
    .poll(() => logLines(sandbox, 'permission.refused').map(({ permission }) => permission))
    .toEqual(
      expect.arrayContaining([
        'geolocation',
        'media',
        'clipboard-read',
        'clipboard-sanitized-write',
        'fullscreen',
      ]),
    );
});

testOfItsOwn(
  '17: another window with the same page and the same bridge is refused every call, a frame has no bridge',
  async ({ app, page }) => {
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
  },
);

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
    'assistance',
    'assistanceEnded',
    'idleWarningSeconds',
    'leavingAfter',
    'limitWarningSeconds',
    'state',
  ]);
});
