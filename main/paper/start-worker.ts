/// <reference types="electron-vite/node" />
import { Worker, type WorkerOptions } from 'node:worker_threads';

/** A page needs a few megabytes, a hundred pages about a hundred. Beyond this the thread fails, not the kiosk. */
const MAX_HEAP_MEGABYTES = 256;

const options: WorkerOptions = {
  name: 'paper',
  // It draws, nothing else: it needs none of the kiosk's environment or switches.
  env: {},
  argv: [],
  execArgv: [],
  resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MEGABYTES },
};

export async function startPaperWorker(): Promise<Worker> {
  return new Worker(await workerFile(), options);
}

/** Beside the bundle once there is one, the source itself when run from source. */
async function workerFile(): Promise<string | URL> {
  if (import.meta.url.endsWith('.ts')) return new URL('./paper-worker.ts', import.meta.url);
  return (await import('./paper-worker.ts?modulePath')).default;
}
