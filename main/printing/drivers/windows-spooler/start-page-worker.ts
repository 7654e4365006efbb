/// <reference types="electron-vite/node" />
import type { Worker } from 'node:worker_threads';
import { startQuietWorker } from '../../../threads/start-quiet-worker.ts';
import type { PageOrder } from './page-pictures-worker.ts';

/** Pixels lie outside of JavaScript's heap. */
const MAX_HEAP_MEGABYTES = 128;

export async function startPageWorker(order: PageOrder): Promise<Worker> {
  return startQuietWorker(await workerFile(), {
    name: 'page-pictures',
    order,
    maxHeapMegabytes: MAX_HEAP_MEGABYTES,
  });
}

/** Beside the bundle once there is one, the source itself when run from source. */
async function workerFile(): Promise<string | URL> {
  if (import.meta.url.endsWith('.ts')) return new URL('./page-pictures-worker.ts', import.meta.url);
  return (await import('./page-pictures-worker.ts?modulePath')).default;
}
