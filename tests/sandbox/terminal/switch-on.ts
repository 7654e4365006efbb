import { readFile, rm, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { type BoundProcess, startBoundProcess } from '../bound-process.ts';
import { COMPILE_CACHE } from '../compile-cache.ts';
import { type Announcement, announcementFile, announcementSchema, settingsFile } from './terminal-files.ts';

/** Whatever the program wants to know, and the two things that every program has to. */
type Settings = Readonly<{ folder: string; parentPid: number; [own: string]: unknown }>;

const START_PATIENCE_MS = 15_000;
const POLL_MS = 10;

/** Starts the program of a simulator and waits until it says that it is ready. */
export async function switchOn(
  program: string,
  settings: Settings,
): Promise<{ process: BoundProcess; announcement: Announcement }> {
  const { folder } = settings;
  await rm(announcementFile(folder), { force: true });
  await writeFile(settingsFile(folder), JSON.stringify(settings));
  const running = startBoundProcess(process.execPath, [program, settingsFile(folder)], {
    folder,
    environment: { PATH: process.env.PATH ?? '', ...COMPILE_CACHE },
  });
  const deadline = performance.now() + START_PATIENCE_MS;
  for (;;) {
    const announcement = await readAnnouncement(folder);
    if (announcement) return { process: running, announcement };
    if (running.hasExited() || performance.now() > deadline) {
      await running.stop();
      throw new Error(`The terminal did not start. ${running.complaints()}`);
    }
    await delay(POLL_MS);
  }
}

async function readAnnouncement(folder: string): Promise<Announcement | null> {
  const text = await readFile(announcementFile(folder), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return text === null ? null : announcementSchema.parse(JSON.parse(text));
}
