/** The kiosk in its real window, with a sandbox of its own, for one test. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, test as base, type ElectronApplication, expect, type Page } from 'playwright/test';
import { electronFlags, electronRuntime } from '../../build/electron-runtime.mjs';
import words from '../../renderer/messages/fr.json' with { type: 'json' };
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';

export { expect, words };

export const LEAFLET_TENANT = 'jeanne.martin@exemple.fr';

const root = resolve(import.meta.dirname, '../..');

export interface KioskOptions {
  orientation: 'portrait' | 'landscape';
}

interface KioskFixtures {
  sandbox: Sandbox;
  /** Starts the kiosk; a test that wants something broken breaks it in the sandbox first. */
  startKiosk: (environment?: Record<string, string>) => Promise<ElectronApplication>;
  /** The kiosk's page, on its attract screen. */
  page: Page;
}

export const test = base.extend<KioskOptions & KioskFixtures>({
  orientation: ['portrait', { option: true }],

  sandbox: async ({ orientation }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'e2e-'));
    const sandbox = await startSandbox({ folder, window: 'windowed', orientation });
    await use(sandbox);
    await sandbox.stop();
    rmSync(folder, { recursive: true, force: true });
  },

  startKiosk: async ({ sandbox }, use) => {
    const started: ElectronApplication[] = [];
    await use(async (environment = {}) => {
      const app = await _electron.launch({
        executablePath: electronRuntime().executable,
        args: [...electronFlags(), root],
        env: { ...definedOnly(process.env), ...sandbox.environment, ...environment },
      });
      started.push(app);
      return app;
    });
    for (const app of started) await app.close();
  },

  page: async ({ startKiosk }, use) => {
    const app = await startKiosk();
    const page = await app.firstWindow();
    await expect(page.getByRole('button', { name: words.attract.invitation })).toBeVisible();
    await use(page);
  },
});

/** From the attract screen to the sign-in screen. */
export async function begin(page: Page): Promise<void> {
  await page.getByRole('button', { name: words.attract.invitation }).click();
  await expect(heading(page)).toHaveText(words.signIn.title);
}

export async function enterCredentials(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel(words.signIn.email, { exact: true }).fill(email);
  await page.getByLabel(words.signIn.password, { exact: true }).fill(password);
  await page.getByRole('button', { name: words.signIn.submit }).click();
}

/** From the attract screen to the home screen. */
export async function signIn(page: Page, sandbox: Sandbox, email = LEAFLET_TENANT): Promise<void> {
  await begin(page);
  await enterCredentials(page, email, sandbox.tenantApi.password);
  await expect(page.getByRole('button', { name: words.home.account })).toBeVisible();
}

export function heading(page: Page) {
  return page.getByRole('heading', { level: 1 });
}

function definedOnly(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
