/** How the program of a simulator begins and ends: the half of it that runs in the program. */
import { readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { flushCompileCache } from 'node:module';
import { type Announcement, announcementFile } from './terminal-files.ts';

/** How often a simulator looks whether whoever started it is still there, for systems that do not tell. */
const ORPHAN_CHECK_MS = 500;
/** No demonstration lasts longer. */
const LONGEST_LIFE_MS = 24 * 3_600_000;

/** What the file that was named to the program holds. */
export function readSettings(): unknown {
  return JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
}

export function endWithParent(parentPid: number): void {
  setInterval(() => {
    if (process.ppid !== parentPid) process.exit(0);
  }, ORPHAN_CHECK_MS);
  setTimeout(() => process.exit(0), LONGEST_LIFE_MS);
}

/** Says that the program is ready. */
export async function announce(folder: string, announcement: Announcement): Promise<void> {
  // Put in place whole: whoever waits for it never reads half of it.
  const path = announcementFile(folder);
  await writeFile(`${path}.new`, JSON.stringify(announcement));
  await rename(`${path}.new`, path);
  // Its end is seldom one at which Node.js would write by itself what it compiled.
  flushCompileCache();
}
