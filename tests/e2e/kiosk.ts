/** The kiosk in its real window, with a sandbox of its own, for one test. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, test as base, type ElectronApplication, expect, type Page } from 'playwright/test';
import { electronFlags, electronRuntime } from '../../build/electron-runtime.mjs';
import {
  ROOM_FOR_BOTH_ORIENTATIONS,
  startVirtualScreen,
  type VirtualScreen,
} from '../../build/processes/virtual-screen.ts';
import type { KioskBridge } from '../../preload/contract.ts';
import { COMPILE_CACHE } from '../sandbox/compile-cache.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { keepRemains, rememberWhatIsWritten } from './remains.ts';
import { words } from './words.ts';

export * from './words.ts';
export { expect };

declare global {
  interface Window {
    readonly kiosk: KioskBridge;
  }
}

/** The day after the last line of the leaflet. Accounts told from one day are the same every day. */
export const TODAY = '2018-07-11';

const root = resolve(import.meta.dirname, '../..');

type Json = Readonly<Record<string, unknown>>;

export interface KioskOptions {
  orientation: 'portrait' | 'landscape';
  /** Laid over the agency's configuration. */
  config: Json;
  /** Laid over that, by fixtures that start something the kiosk is to find. */
  surroundings: Json;
  /** Unless false, the landlord knows the kiosk already. */
  isEnrolled: boolean;
  /** Chromium's own, for devices that this machine does not have. */
  switches: readonly string[];
}

interface KioskFixtures {
  sandbox: Sandbox;
  /** Starts the kiosk; a test that wants something broken breaks it in the sandbox first. */
  startKiosk: (environment?: Readonly<Record<string, string>>) => Promise<ElectronApplication>;
  app: ElectronApplication;
  /** The kiosk's page, on its attract screen. */
  page: Page;
}

interface WorkerFixtures {
  virtualScreen: VirtualScreen;
  /** Has something ended when the worker does. */
  endWithWorker: (end: () => Promise<void>) => void;
}

export const test = base.extend<KioskOptions & KioskFixtures, WorkerFixtures>({
  // One for each worker: the clipboard and the focus of the kiosk next door are none of its business.
  virtualScreen: [
    async ({ browserName: _ }, use) => {
      const screen = await startVirtualScreen(ROOM_FOR_BOTH_ORIENTATIONS);
      process.env.DISPLAY = screen.display;
      await use(screen);
      await screen.stop();
    },
    { scope: 'worker', auto: true },
  ],

  // Here and not beside those who use it: a worker is started anew for a spec whose tests need others.
  endWithWorker: [
    async ({ browserName: _ }, use) => {
      const ends: (() => Promise<void>)[] = [];
      await use((end) => ends.push(end));
      for (const end of ends) await end();
    },
    { scope: 'worker' },
  ],

  orientation: ['portrait', { option: true }],
  config: [{}, { option: true }],
  surroundings: [{}, { option: true }],
  isEnrolled: [true, { option: true }],
  switches: [[], { option: true }],

  sandbox: async ({ orientation, config, surroundings, isEnrolled }, use) => {
    const { sandbox, end } = await openSandbox({ orientation, config, surroundings, isEnrolled });
    await use(sandbox);
    await end();
  },

  startKiosk: async ({ sandbox, switches }, use, info) => {
    const started: ElectronApplication[] = [];
    await use(async (environment = {}) => {
      const app = await launchKiosk({ ...sandbox.environment, ...environment }, root, switches);
      started.push(app);
      return app;
    });
    keepRemains(info, sandbox, started);
    for (const app of started) await app.close();
  },

  app: async ({ startKiosk }, use) => use(await startKiosk()),

  page: async ({ app }, use) => use(await attractScreen(app)),
});

/** What a kiosk needs around it, in a temporary folder. */
export async function openSandbox({
  config,
  surroundings,
  ...options
}: Omit<KioskOptions, 'switches'>): Promise<{
  sandbox: Sandbox;
  end(): Promise<void>;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'e2e-'));
  const sandbox = await startSandbox({ folder, window: 'windowed', today: TODAY, ...options });
  configure(sandbox, config);
  configure(sandbox, surroundings);
  return {
    sandbox,
    async end() {
      await sandbox.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Playwright is to find Electron by itself: only then does it hold the program back until it is connected. With an
 * `executablePath` it looks in on a window that is about to load, and sometimes waits for it for ever.
 */
process.env.ELECTRON_OVERRIDE_DIST_PATH = electronRuntime().folder;

/** Xvfb has no graphics card: without this, Chromium starts a process to find out, and another one in its place. */
const NO_GRAPHICS_CARD = '--disable-gpu';

/** `program` is the project's folder, the archive of a packaged kiosk, or another program that is to run in the same world. */
export async function launchKiosk(
  environment: Readonly<Record<string, string>>,
  program: string = root,
  switches: readonly string[] = [],
): Promise<ElectronApplication> {
  const app = await _electron.launch({
    args: [...electronFlags(), NO_GRAPHICS_CARD, ...switches, program],
    // Playwright would do without it for everybody; electronFlags() does so for root only.
    chromiumSandbox: true,
    env: { ...definedOnly(process.env), ...COMPILE_CACHE, ...environment },
  });
  return rememberWhatIsWritten(app);
}

/** The kiosk's page, once it invites people. */
export async function attractScreen(app: ElectronApplication): Promise<Page> {
  const page = await app.firstWindow();
  await expect(page.getByRole('button', { name: words.attract.invitation })).toBeVisible();
  return page;
}

/** Writes the agency's file anew, with this laid over it. */
export function configure(sandbox: Sandbox, config: Json): void {
  const before: Json = JSON.parse(readFileSync(sandbox.configFile, 'utf8'));
  writeFileSync(sandbox.configFile, JSON.stringify(overlaid(before, config)));
}

function overlaid(under: Json, over: Json): Json {
  const entries = Object.entries(over).map(([key, value]) => {
    const before = under[key];
    return [key, isObject(before) && isObject(value) ? overlaid(before, value) : value];
  });
  return { ...under, ...Object.fromEntries(entries) };
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function definedOnly(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
