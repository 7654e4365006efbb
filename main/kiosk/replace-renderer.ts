/**
 * Puts the window's page into a new process and ends the old one. All that a page ever knew lies in its process: what
 * was typed, what was shown, what was undone, every string that is only waiting to be collected.
 *
 * Chromium gives another site another process, so the page goes to an empty one of another site and comes back.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { WebContents } from 'electron';
import { BLANK_PAGE } from './app-protocol.ts';

/** A page of the kiosk's own stands within a fifth of it, on a slow machine too. */
const LOAD_PATIENCE_MS = 3_000;
const LOAD_TRIES = 2;
const EXIT_PATIENCE_MS = 2_000;
const EXIT_POLL_MS = 5;

/**
 * Leaves the window on a page of nothing, in a process that no person has used; `load` then brings the kiosk's own.
 * Rejects when the old process is still there after all, or the window shows nothing any more.
 */
export async function leaveProcess(contents: WebContents): Promise<void> {
  // 0 when it has crashed: then there is none to end.
  const oldProcess = contents.getOSProcessId();
  await load(contents, BLANK_PAGE);
  if (oldProcess !== 0) await end(oldProcess);
  if (contents.getOSProcessId() === oldProcess) throw new Error('the page is still in the process it was in');
  // The one thing that a window takes along from process to process.
  await contents.mainFrame.executeJavaScript("window.name = ''; null");
}

/** Loads one of the kiosk's own pages, once more if its process dies on the way. */
export async function load(contents: WebContents, page: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const loaded = await loadOnce(contents, page);
    if (loaded) return;
    if (tries === LOAD_TRIES) throw new Error('a page of the kiosk cannot be shown');
  }
}

async function loadOnce(contents: WebContents, page: string): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  // In a turn of its own: Chromium may not be asked for a page from within the news that the last one died.
  const died = () => setImmediate(resolve, false);
  const patience = setTimeout(resolve, LOAD_PATIENCE_MS, false);
  contents.once('render-process-gone', died);
  contents.loadURL(page).then(
    () => resolve(true),
    () => resolve(false),
  );
  try {
    return await promise;
  } finally {
    clearTimeout(patience);
    contents.off('render-process-gone', died);
  }
}

/** Asks nothing of a process that may hang. */
async function end(pid: number): Promise<void> {
  const deadlineMs = performance.now() + EXIT_PATIENCE_MS;
  while (kill(pid)) {
    if (performance.now() > deadlineMs) throw new Error('the old process of the page does not end');
    await delay(EXIT_POLL_MS);
  }
}

/** False when there is no such process. */
export function kill(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}
