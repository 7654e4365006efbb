/** Shows whoever looks after the kiosk from outside that its main process goes round: a file that stays young. */
import { writeFile } from 'node:fs/promises';
import type { Log } from '../log/log.ts';

/** The unit's watcher takes a file of 20 seconds for dead. */
const BEAT_MS = 5_000;

/** `file` is what KIOSK_HEARTBEAT_FILE names; without it nobody looks. Returns how to stop. */
export function giveSignsOfLife(file: string | undefined, log: Log): () => void {
  if (!file) return () => undefined;

  let hasFailed = false;
  const beat = () => {
    writeFile(file, `${Date.now()}\n`).catch((error: NodeJS.ErrnoException) => {
      if (!hasFailed) log.error('heartbeat.failed', { code: error.code ?? 'unknown' });
      hasFailed = true;
    });
  };
  beat();
  const timer = setInterval(beat, BEAT_MS);
  return () => clearInterval(timer);
}
