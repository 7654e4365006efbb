/** Points 1, 7, 8 and 18: what the page loads, what of it may run, and where from. */

import type { ElectronApplication } from 'playwright/test';
import { APP_PAGE } from '../../../main/kiosk/app-protocol.ts';
import { expect, test } from '../../e2e/shared-kiosk.ts';
import { startWitness } from '../witness.ts';
import { brokenDirectives, injectionsThatRan } from './injections.ts';
import { cameThrough, knockWithoutLoading, loadsThatCameThrough, lookForPeers } from './loads.ts';
import { switches, webPreferences } from './page-settings.ts';

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

test('7: a content security policy stands on every answer, and lets nothing run that was written into the page', async ({
  app,
  page,
}) => {
  await giveFetchBack(app);
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

test('18: there is no file:// in it, and app:// leads to the page’s own files only', async ({
  app,
  page,
}) => {
  await page.title();
  await giveFetchBack(app);

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

/** The kiosk's main goes without fetch; to ask for `app://` from there as `net` does, the parts of it are needed. */
function giveFetchBack(app: ElectronApplication): Promise<void> {
  return app.evaluate(
    (_, from) => {
      const { Headers, Request, Response } = process.getBuiltinModule('node:module').createRequire(from)(
        'undici',
      );
      Object.assign(globalThis, { Headers, Request, Response });
    },
    import.meta.filename,
  );
}
