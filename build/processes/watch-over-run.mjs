/** The guardian's program: `node watch-over-run.mjs RUN` ends the run when its standard input closes. */
import { rmSync } from 'node:fs';
import { endProcessesOfRun } from './processes-of-run.mjs';

const [run = ''] = process.argv.slice(2);

process.stdin.resume();
process.stdin.once('close', async () => {
  const left = await endProcessesOfRun(run);
  if (left.length > 0) process.stderr.write(`These processes could not be ended: ${left.join(', ')}\n`);
  // What is ending may still write a last file.
  rmSync(run, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});
