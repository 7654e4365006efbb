/**
 * What a session that was cut off in the middle (the plug, a crash) left on the disk is gone when anybody is
 * invited: out of reach of every page at once, and off the disk as soon as the first words stand on the display. The
 * kiosk's page keeps nothing there; should anything ever have been kept, this takes it away unseen.
 */
import { mkdirSync, mkdtempSync, readdirSync, renameSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/** What Chromium may keep of a page, by its own names. Its compiled scripts are the kiosk's own, and stay. */
const OF_PAGES = [
  'blob_storage',
  'Cache',
  'Cookies',
  'Cookies-journal',
  'Crashpad',
  'databases',
  'File System',
  'IndexedDB',
  'Local Storage',
  'Service Worker',
  'Session Storage',
  'Sessions',
  'Shared Dictionary',
  'SharedStorage',
  'VideoDecodeStats',
  'WebStorage',
];

const TEMPORARY = 'tmp';
/** Where they wait to be deleted: moving them costs the start nothing. */
const SET_ASIDE = 'leftovers';

/**
 * To be called before Chromium opens any of it, by the one kiosk that owns the folder.
 *
 * @returns deletes what was set aside, also by an earlier start that was cut off in between. Rejects when something
 *   could not be set aside: that is told once there is a screen to tell it on
 */
export function setLeftoversAside(dataFolder: string): () => Promise<void> {
  const aside = join(dataFolder, SET_ASIDE);
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    move(dataFolder, aside);
    keepTemporaryFilesIn(join(dataFolder, TEMPORARY));
  } catch (error) {
    return () => Promise.reject(error);
  }
  return () => rm(aside, { recursive: true, force: true });
}

function move(dataFolder: string, aside: string): void {
  const leftover = new Set([...OF_PAGES, TEMPORARY]);
  const found = readdirSync(dataFolder).filter((name) => leftover.has(name));
  if (found.length === 0) return;
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  // Of its own for each start: what the last one could not delete is in nobody's way.
  const place = mkdtempSync(join(aside, 'run-'));
  for (const name of found) renameSync(join(dataFolder, name), join(place, name));
}

/** Chromium and Node.js both ask the environment: what they write for a moment stays in a place that is emptied. */
function keepTemporaryFilesIn(folder: string): void {
  mkdirSync(folder, { mode: 0o700 });
  process.env.TMPDIR = folder;
}
