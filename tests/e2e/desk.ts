/** The desk of the agency: its page in a browser window of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, type FrameLocator, type Page } from 'playwright/test';
import desk from '../../renderer/desk/messages.fr.json' with { type: 'json' };
import type { Sandbox } from '../sandbox/sandbox.ts';
import { launchKiosk } from './kiosk.ts';
import { words } from './words.ts';

export { desk as deskWords };

const PROGRAM = resolve(import.meta.dirname, 'desk-window');

export interface AtDesk {
  readonly userName: string;
  readonly pin: string;
}

const CLAIRE: AtDesk = { userName: 'claire.dubois', pin: '2580' };

export interface DeskWindow {
  readonly page: Page;
  close(): Promise<void>;
}

/** Nobody has signed in. */
export async function openDeskWindow(sandbox: Sandbox): Promise<DeskWindow> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'));
  const environment = { DESK_URL: sandbox.tenantApi.deskUrl, DESK_DATA_FOLDER: folder };
  const app = await launchKiosk(environment, PROGRAM, ['--lang=fr']);
  const page = await app.firstWindow();
  await expect(page.getByRole('heading', { name: desk.title })).toBeVisible();
  return {
    page,
    async close() {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function signInAtDesk(page: Page, { userName, pin }: AtDesk = CLAIRE): Promise<void> {
  await page.getByLabel(desk.userName).fill(userName);
  await page.getByLabel(desk.pin).fill(pin);
  await page.getByRole('button', { name: desk.signIn, exact: true }).click();
  await expect(page.getByLabel(desk.codeLabel)).toBeVisible();
}

export async function openDesk(sandbox: Sandbox, as: AtDesk = CLAIRE): Promise<DeskWindow> {
  const window = await openDeskWindow(sandbox);
  await signInAtDesk(window.page, as);
  return window;
}

/** From any screen of the kiosk with help on it, and the desk's first page: until the mirror is there. */
export async function startGuiding(kiosk: Page, deskPage: Page): Promise<void> {
  await kiosk.getByRole('button', { name: words.help.open }).click();
  await kiosk.getByRole('button', { name: words.guide.open }).click();
  const code = kiosk.locator('.guide-code');
  await expect(code).toHaveText(/^\d{3} \d{3}$/);
  await deskPage.getByLabel(desk.codeLabel).fill((await code.innerText()).replace(/\D/g, ''));
  await deskPage.getByRole('button', { name: desk.join, exact: true }).click();
  await kiosk.getByRole('button', { name: words.guide.consent.accept }).click();
  await expect(kiosk.getByRole('button', { name: words.guide.stop })).toBeVisible();
}

/** What the desk sees of the kiosk. */
export function mirrorOn(deskPage: Page): FrameLocator {
  return deskPage.frameLocator('.guiding__picture iframe');
}
