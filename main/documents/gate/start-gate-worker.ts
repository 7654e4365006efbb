/// <reference types="electron-vite/node" />
import type { Worker } from 'node:worker_threads';
import { startQuietWorker } from '../../threads/start-quiet-worker.ts';
import type { GateOrder } from './gate-order.ts';

/** What the decoders take of JavaScript's heap is little: pixels lie outside of it. */
const MAX_HEAP_MEGABYTES = 256;

export async function startGateWorker(order: GateOrder): Promise<Worker> {
  return startQuietWorker(await workerFile(), {
    name: 'document-gate',
    order,
    maxHeapMegabytes: MAX_HEAP_MEGABYTES,
  });
}

/** Beside the bundle once there is one, the source itself when run from source. */
async function workerFile(): Promise<string | URL> {
  if (import.meta.url.endsWith('.ts')) return new URL('./gate-worker.ts', import.meta.url);
  return (await import('./gate-worker.ts?modulePath')).default;
}
