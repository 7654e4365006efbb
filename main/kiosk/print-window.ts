/**
 * The spooler of this machine, through Electron's own printing: a page that holds the pictures of the sheets and
 * nothing else, in a window that is never shown, without scripts, on a session of its own that reaches nothing, and
 * closed as soon as the spooler has answered. Whatever holds for every page of the program holds for it, too.
 */
import { BrowserWindow, type Session, session } from 'electron';
import type { Log } from '../log/log.ts';
import type { Spooler, SpoolerJob, SpoolerOutcome } from '../printing/drivers/windows-spooler/spooler.ts';
import { PAGE_PREFERENCES } from './page-preferences.ts';
import { type PrintPage, printPageAt, SHEETS_PAGE } from './print-page.ts';

/** In memory only. */
const PARTITION = 'print-window';
const LOAD_PATIENCE_MS = 30_000;
/** The callback may never come (electron issues 25801, 39092). */
const SPOOL_PATIENCE_MS = 120_000;
const MICRONS_PER_MILLIMETRE = 1_000;
/** What Electron says before the spooler has heard of it. */
const NOTHING_SENT = /^(?:Invalid (?:deviceName|printer)|No (?:default )?printer)/i;

/** Of the print that is under way: there is one at a time. */
let page: PrintPage | null = null;
let web: Session | null = null;
let before: Promise<unknown> = Promise.resolve();

/** @param host a window of this program, to ask for the printers in its name */
export function createSpooler({ host, log }: { host: () => BrowserWindow | null; log: Log }): Spooler {
  return {
    async isInstalled(printerName) {
      const contents = host()?.webContents;
      if (!contents || contents.isDestroyed()) return false;
      return (await contents.getPrintersAsync()).some(({ name }) => name === printerName);
    },
    print(job, signal) {
      const turn = before.then(() => print(job, signal, log));
      // A print that broke is its own caller's to know of; the next one has its turn all the same.
      before = turn.catch(() => null);
      return turn;
    },
  };
}

async function print(job: SpoolerJob, signal: AbortSignal, log: Log): Promise<SpoolerOutcome> {
  if (signal.aborted) return 'notSent';
  page = job;
  const window = new BrowserWindow({
    show: false,
    focusable: false,
    skipTaskbar: true,
    webPreferences: {
      ...PAGE_PREFERENCES,
      session: lockedSession(log),
      javascript: false,
      devTools: false,
    },
  });
  window.removeMenu();
  try {
    const isLoaded = await inTime(
      window.loadURL(SHEETS_PAGE).then(
        () => true,
        () => false,
      ),
      LOAD_PATIENCE_MS,
    );
    // The last moment at which nothing has been printed for certain.
    if (!isLoaded || signal.aborted) return 'notSent';
    return (await inTime(spool(window, job, log), SPOOL_PATIENCE_MS)) ?? 'unknown';
  } finally {
    page = null;
    if (!window.isDestroyed()) window.destroy();
  }
}

function spool(window: BrowserWindow, { printerName, sheet }: SpoolerJob, log: Log): Promise<SpoolerOutcome> {
  const options = {
    silent: true,
    deviceName: printerName,
    printBackground: true,
    margins: { marginType: 'none' },
    duplexMode: 'simplex',
    pageSize: {
      width: sheet.widthMillimetres * MICRONS_PER_MILLIMETRE,
      height: sheet.heightMillimetres * MICRONS_PER_MILLIMETRE,
    },
  } as const;
  return new Promise((resolve) => {
    window.webContents.once('render-process-gone', () => resolve('unknown'));
    window.webContents.print(options, (isTaken, reason) => {
      if (!isTaken) log.warn('print-window.failed', { cause: reason });
      if (isTaken) resolve('taken');
      else resolve(NOTHING_SENT.test(reason) ? 'notSent' : 'unknown');
    });
  });
}

/** Made when it is first needed: Electron keeps every partition for ever. */
function lockedSession(log: Log): Session {
  if (web) return web;
  web = session.fromPartition(PARTITION, { cache: false });
  web.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  web.setPermissionCheckHandler(() => false);
  web.setDevicePermissionHandler(() => false);
  web.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  web.on('will-download', (event) => event.preventDefault());
  web.webRequest.onBeforeRequest(({ url, resourceType }, answer) => {
    const isAllowed = printPageAt(url, page) !== null;
    if (!isAllowed) log.warn('print-window.request-refused', { kind: resourceType });
    answer({ cancel: !isAllowed });
  });
  web.protocol.registerBufferProtocol('app', ({ url }, answer) => {
    answer(printPageAt(url, page) ?? { statusCode: 404, data: Buffer.alloc(0) });
  });
  return web;
}

/** Null when it took too long. */
async function inTime<Value>(work: Promise<Value>, patienceMs: number): Promise<Value | null> {
  const patience = Promise.withResolvers<null>();
  const timer = setTimeout(() => patience.resolve(null), patienceMs);
  try {
    return await Promise.race([work, patience.promise]);
  } finally {
    clearTimeout(timer);
  }
}
