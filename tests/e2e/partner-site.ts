/** A partner's site on this machine, which behaves as badly as a test wants it to, and a kiosk that offers it. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ElectronApplication, Page } from 'playwright/test';
import { type LoopbackServer, startLoopbackServer } from '../sandbox/loopback-server.ts';
import { openWithoutSigningIn } from './journey.ts';
import { test as ofItsOwn } from './kiosk.ts';
import { expect, test as shared, words } from './shared-kiosk.ts';

export type Answer = string | ((request: IncomingMessage, response: ServerResponse) => void);

export interface PartnerSite {
  readonly origin: string;
  /** What stands at a path; a text is the body of a page. */
  serve(path: string, answer: Answer): void;
  /** What was asked of it so far, the oldest first. */
  readonly requests: readonly { path: string; cookie: string | undefined }[];
}

export const SITE_NAME = 'Site d’essai';

/** What the configuration says of a site at this address. */
export function siteConfig(origin: string, more: object = {}) {
  return {
    id: 'trial',
    name: { fr: SITE_NAME, en: 'Trial site' },
    description: { fr: 'Pour essayer.', en: 'For trying.' },
    startUrl: `${origin}/`,
    allowedOrigins: [origin],
    resourceOrigins: 'any-https',
    printable: true,
    ...more,
  };
}

interface Fixtures {
  site: PartnerSite;
  /** Where the site may not lead, though it is there. */
  elsewhere: PartnerSite;
  /** Laid over what the configuration says of the site. */
  siteSettings: object;
}

/** Those of this worker: the kiosk that offers them goes on, so their addresses stay. */
const sites = { site: null as RunningSite | null, elsewhere: null as RunningSite | null };

const fixtures: Parameters<typeof ofItsOwn.extend<Fixtures>>[0] = {
  siteSettings: [{}, { option: true }],
  site: async ({ endWithWorker }, use) => use(await siteCalled('site', endWithWorker)),
  elsewhere: async ({ endWithWorker }, use) => use(await siteCalled('elsewhere', endWithWorker)),
  surroundings: async ({ site, siteSettings }, use) =>
    use({ partnerSites: [siteConfig(site.origin, siteSettings)] }),
};

/** At a kiosk that goes on, see shared-kiosk.ts. */
export const test = shared.extend<Fixtures>(fixtures);

/** At a kiosk of the test's own, see kiosk.ts. */
export const testOfItsOwn = ofItsOwn.extend<Fixtures>(fixtures);

interface RunningSite extends PartnerSite {
  /** Nothing is served, and nothing was asked. */
  reset(): void;
  stop(): Promise<void>;
}

async function siteCalled(
  name: keyof typeof sites,
  endWithWorker: (end: () => Promise<void>) => void,
): Promise<PartnerSite> {
  const running = sites[name] ?? (await startSite());
  if (sites[name] === null) endWithWorker(running.stop);
  sites[name] = running;
  running.reset();
  return running;
}

async function startSite(): Promise<RunningSite> {
  const answers = new Map<string, Answer>();
  const requests: { path: string; cookie: string | undefined }[] = [];
  const server: LoopbackServer = await startLoopbackServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    requests.push({ path: pathname, cookie: request.headers.cookie });
    const answer = answers.get(pathname);
    if (typeof answer === 'function') return answer(request, response);
    response.writeHead(answer === undefined ? 404 : 200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><title>${pathname}</title><body>${answer ?? 'nothing here'}`);
  });
  return {
    origin: server.origin,
    requests,
    serve: (path, answer) => void answers.set(path, answer),
    reset() {
      answers.clear();
      requests.length = 0;
    },
    stop: server.stop,
  };
}

/** From the sign-in screen: opens the site. */
export async function visit(page: Page): Promise<void> {
  await openWithoutSigningIn(page);
  await page.getByRole('button', { name: words.home.partner }).click();
  await page.getByRole('button', { name: SITE_NAME }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(SITE_NAME);
}

/** The kiosk says what has happened to the page. */
export async function expectTrouble(
  page: Page,
  trouble: keyof typeof words.partner.troubles,
  options: { timeout?: number } = {},
): Promise<void> {
  await expect(page.getByRole('alert')).toContainText(words.partner.troubleTitles[trouble], options);
}

export interface View {
  readonly url: string;
  readonly isVisible: boolean;
  readonly bounds: { x: number; y: number; width: number; height: number };
  readonly processId: number;
}

/** The site's page as main sees it; null when there is none. */
export function view(app: ElectronApplication): Promise<View | null> {
  return app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const child = window?.contentView.children.find(
      (each) => 'webContents' in each && each.webContents !== window.webContents,
    ) as Electron.WebContentsView | undefined;
    if (!child) return null;
    return {
      url: child.webContents.getURL(),
      isVisible: child.getVisible(),
      bounds: child.getBounds(),
      processId: child.webContents.getOSProcessId(),
    };
  });
}

/** Waits until a page of the site is to be seen. */
export async function expectPage(app: ElectronApplication, address: string): Promise<void> {
  await expect
    .poll(() => view(app).then((seen) => (seen ? [seen.url, seen.isVisible] : null)))
    .toEqual([address, true]);
}

/** The site's page as a browser's driver sees it: to touch it, and to run what its own scripts would. */
export async function pageOf(app: ElectronApplication, site: PartnerSite): Promise<Page> {
  const find = () => app.windows().find((each) => each.url().startsWith(site.origin));
  await expect.poll(() => find() !== undefined).toBe(true);
  return find() as Page;
}

/** A finger on the site's page. Not by the driver, which would wait for what our policy refuses. */
export async function touch(app: ElectronApplication, selector: string): Promise<void> {
  await app.evaluate(async ({ BrowserWindow }, selector) => {
    const [window] = BrowserWindow.getAllWindows();
    const child = window?.contentView.children.find(
      (each) => 'webContents' in each && each.webContents !== window.webContents,
    ) as Electron.WebContentsView | undefined;
    if (!child) throw new Error('there is no page');
    const { webContents } = child;
    const place: { x: number; y: number } = await webContents.executeJavaScript(`(() => {
      const box = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    })()`);
    const scale = webContents.getZoomFactor();
    const [x, y] = [Math.round(place.x * scale), Math.round(place.y * scale)];
    webContents.sendInputEvent({ type: 'mouseDown', x, y, button: 'left', clickCount: 1 });
    webContents.sendInputEvent({ type: 'mouseUp', x, y, button: 'left', clickCount: 1 });
  }, selector);
}
