/** Somebody whose every mark can be told from chance, and where such marks are looked for. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright/test';
import type { Sandbox } from '../sandbox/sandbox.ts';

type NewTenant = Parameters<Sandbox['tenantApi']['addTenant']>[0];

export const MARKED_TENANT: NewTenant = {
  number: 'QX917317',
  displayName: 'Mme Wilhelmine Quetzalcoatl',
  email: 'w.quetzalcoatl@exemple.fr',
  story: 'On la reconnaît partout',
  leases: [
    {
      number: 'ZW917317',
      addressLines: ['Résidence Xanadu, logement 7', '3 rue du Zinnwald', '86000 Poitiers'],
      startsOn: '2018-01-01',
      endsOn: null,
      bookings: [
        { postedOn: '2018-06-01', label: 'ZINNWALD 06/18', direction: 'debit', amountCents: 8_191_973 },
      ],
    },
  ],
};

/** Of her name, her address, her account and what she owes, as shown, as counted, and as a machine writes it. */
const MARKS = [
  'wilhelmine',
  'quetzalcoatl',
  'xanadu',
  'zinnwald',
  '917317',
  '8191973',
  '81919,73',
  '81 919,73',
  '81919.73',
];

/** The marks found in it, letters of one or of two bytes, with whatever space in the amounts. */
export function marksIn(content: string | Buffer): string[] {
  const text = content.toString('latin1').replaceAll('\0', '');
  const utf8 = content.toString('utf8').replace(/\s/g, ' ');
  return MARKS.filter((mark) => [text, utf8].some((read) => read.toLowerCase().includes(mark)));
}

/** `file: marks` for every file of the kiosk's that has some. */
export function marksOnDisk(sandbox: Sandbox): string[] {
  return filesIn(sandbox.dataFolder).flatMap((file) => {
    const found = [...marksIn(contentOf(file)), ...marksIn(file)];
    return found.length > 0 ? [`${file}: ${found.join(', ')}`] : [];
  });
}

/** What the page, its storage, its history and the clipboard still hold. */
export async function leftInWindow(app: ElectronApplication, page: Page) {
  const inPage = await page.evaluate(async () => ({
    text: document.documentElement.outerHTML,
    fields: [...document.querySelectorAll('input')].map(({ value }) => value).join(''),
    sessionStorage: Object.keys(sessionStorage),
    localStorage: Object.keys(localStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    globals: Object.keys(window).filter((name) => name.startsWith('leftBehind')),
    pagesBefore: history.length - 1,
  }));
  const inMain = await app.evaluate(async ({ BrowserWindow, clipboard }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return {
      clipboard: await clipboard.readText(),
      cookies: await contents?.session.cookies.get({}),
      canGoBack: contents?.navigationHistory.canGoBack(),
      canGoForward: contents?.navigationHistory.canGoForward(),
    };
  });
  const { text, ...rest } = inPage;
  return { marks: marksIn(text), ...rest, ...inMain };
}

export const NOTHING_LEFT: Awaited<ReturnType<typeof leftInWindow>> = {
  marks: [],
  fields: '',
  sessionStorage: [],
  localStorage: [],
  databases: [],
  caches: [],
  globals: [],
  pagesBefore: 0,
  clipboard: '',
  cookies: [],
  canGoBack: false,
  canGoForward: false,
};

/** Leaves something in every place that a page has. */
export async function leaveThingsBehind(app: ElectronApplication, page: Page, mark: string): Promise<void> {
  await page.evaluate(async (mark) => {
    sessionStorage.setItem('left', mark);
    localStorage.setItem('left', mark);
    Object.assign(window, { leftBehind: mark });
    await (await caches.open('left')).put('/left', new Response(mark)).catch(() => undefined);
    await new Promise((resolve, reject) => {
      const opening = indexedDB.open('left', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('left').put(mark, 'left');
      opening.onsuccess = resolve;
      opening.onerror = reject;
    });
    history.pushState(null, '', `#${mark}`);
    history.back();
  }, mark);
  await page.waitForURL(/^[^#]+$/);
  await app.evaluate(({ clipboard }, mark) => clipboard.writeText(mark), mark);
}

export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}

/** Chromium takes files of its own away at any time; what is gone holds nothing. */
export function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}
