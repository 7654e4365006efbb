/** Points 11 to 15: no other page beside this one, and no other place for this one to go. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { projectRoot } from '../../../build/project.mjs';
import { APP_PAGE } from '../../../main/kiosk/app-protocol.ts';
import { test as testOfItsOwn } from '../../e2e/kiosk.ts';
import { logLines } from '../../e2e/kiosk-log.ts';
import { expect, test, words } from '../../e2e/shared-kiosk.ts';
import { pages, tryToLeave, tryToOpen } from '../departures.ts';
import { startWitness } from '../witness.ts';
import { webPreferences } from './page-settings.ts';

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

testOfItsOwn('12: even a window that knew <webview> would get none', async ({ app, page, sandbox }) => {
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

testOfItsOwn('13: the page leaves for nowhere', async ({ app, page, sandbox }) => {
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

  await expect.poll(() => logLines(sandbox, 'navigation.refused').length).toBeGreaterThan(0);
  expect(await witness.callers()).toEqual({ tcp: 0, udp: 0 });
  await witness.stop();
});

testOfItsOwn(
  '13: a page that goes where nobody is asked, to about:blank, is brought back',
  async ({ page, sandbox }) => {
    await page.evaluate(`location.assign('about:blank')`);

    await expect.poll(() => logLines(sandbox, 'navigation.brought-back').length).toBe(1);
    await page.waitForURL(APP_PAGE);
    await expect(page.getByRole('button', { name: words.attract.invitation })).toBeVisible();
  },
);

testOfItsOwn('14: no other window opens', async ({ app, page, sandbox }) => {
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

  await expect.poll(() => logLines(sandbox, 'navigation.window-refused').length).toBeGreaterThan(3);
  expect(await pages(app)).toBe(1);
  expect(page.url()).toBe(APP_PAGE);
});

test('15: nothing is ever handed to another program: the built kiosk does not know how', () => {
  for (const folder of ['out/main', 'out/preload', 'out/renderer']) {
    for (const { path, text } of scriptsIn(join(projectRoot, folder)))
      expect(text, path).not.toContain('openExternal');
  }
});

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
