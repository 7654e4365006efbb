import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RUN_MARKER } from './run-marker.mjs';

const program = `${import.meta.dirname}/watch-over-run.mjs`;

/**
 * From here on every process that is started belongs to one run, and a guardian outside of it sees that none of
 * them is left when this process has ended, be it by a bug, SIGKILL or a closed terminal; nor the run's folder.
 * @returns {{ folder: string, endRun: () => Promise<void> }} `endRun` ends what is left and comes back when nothing is
 */
export function startGuardian() {
  // A short path: the sandbox has sockets in it, whose paths may not be longer than 107 bytes.
  const folder = mkdtempSync(join(tmpdir(), 'kiosk-'));
  process.env[RUN_MARKER] = folder;

  // A session of its own: Ctrl+C, a closed terminal and a signal to the whole group pass it by. It lives as long as
  // the other end of this pipe, which only this process holds.
  const { [RUN_MARKER]: _, ...unmarked } = process.env;
  const guardian = spawn(process.execPath, [program, folder], {
    detached: true,
    env: unmarked,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const ended = once(guardian, 'exit');

  return {
    folder,
    endRun: async () => {
      guardian.stdin.end();
      await ended;
    },
  };
}
