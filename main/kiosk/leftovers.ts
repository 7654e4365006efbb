/**
 * What a session that was cut off in the middle (the plug, a crash) left on the disk is gone before anybody is
 * invited. The kiosk's page keeps nothing there; should anything ever have been kept, this takes it away unseen.
 */
import { mkdirSync, rmSync } from 'node:fs';
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

/** To be called before Chromium opens any of it, by the one kiosk that owns the folder. */
export function takeAwayLeftovers(dataFolder: string): void {
  for (const name of [...OF_PAGES, TEMPORARY]) {
    rmSync(join(dataFolder, name), { recursive: true, force: true });
  }
  const temporary = join(dataFolder, TEMPORARY);
  mkdirSync(temporary, { recursive: true, mode: 0o700 });
  // Chromium and Node.js both ask the environment: what they write for a moment stays in a place that is emptied.
  process.env.TMPDIR = temporary;
}
