/** Ways of leaving the kiosk's page or of opening another. They run in the page. */
import type { ElectronApplication, Page } from 'playwright/test';
import { expect } from '../e2e/kiosk.ts';

/** Each tries to take the page itself to `address`. */
const DEPARTURES: Readonly<Record<string, (address: string) => string>> = {
  assign: (address) => `location.assign(${address})`,
  replace: (address) => `location.replace(${address})`,
  link: (address) => `Object.assign(document.createElement('a'), { href: ${address} }).click()`,
  form: (address) => `{
    const form = Object.assign(document.createElement('form'), { action: ${address} });
    document.body.append(form);
    form.submit();
  }`,
  metaRefresh: (address) => `document.head.append(
    Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: '0;url=' + ${address} }),
  )`,
};

/** Each tries to open `address` beside the page. */
const OPENINGS: Readonly<Record<string, (address: string) => string>> = {
  windowOpen: (address) => `void open(${address})`,
  windowOpenPopup: (address) => `void open(${address}, 'popup', 'popup,width=300,height=300')`,
  link: (address) =>
    `Object.assign(document.createElement('a'), { href: ${address}, target: '_blank' }).click()`,
  form: (address) => `{
    const form = Object.assign(document.createElement('form'), { action: ${address}, target: '_blank' });
    document.body.append(form);
    form.submit();
  }`,
};

/** Tries each way to each address, and expects the page to be the same page after each. */
export async function tryToLeave(
  app: ElectronApplication,
  page: Page,
  addresses: readonly string[],
): Promise<void> {
  const before = page.url();
  await page.evaluate('window.stillHere = true');
  for (const [way, script] of Object.entries(DEPARTURES)) {
    for (const address of addresses) {
      await attempt(page, script(JSON.stringify(address)));
      await expect.poll(() => isLoading(app)).toBe(false);
      expect(page.url(), `${way} ${address}`).toBe(before);
      expect(await page.evaluate('window.stillHere'), `${way} ${address}`).toBe(true);
    }
  }
}

/** Tries each way to each address, and expects no other page to be there after each. */
export async function tryToOpen(
  app: ElectronApplication,
  page: Page,
  addresses: readonly string[],
): Promise<void> {
  for (const [way, script] of Object.entries(OPENINGS)) {
    for (const address of addresses) {
      await attempt(page, script(JSON.stringify(address)));
      expect(await pages(app), `${way} ${address}`).toBe(1);
    }
  }
}

/** How many pages the program holds, of whatever kind. */
export function pages(app: ElectronApplication): Promise<number> {
  return app.evaluate(({ webContents }) => webContents.getAllWebContents().length);
}

function isLoading(app: ElectronApplication): Promise<boolean | undefined> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.isLoading());
}

/** What the page's own policy refuses at once throws; that is a refusal like any other. */
async function attempt(page: Page, script: string): Promise<void> {
  await page.evaluate(`try { ${script} } catch ({ name }) { name }`);
}
