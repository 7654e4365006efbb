/// <reference types="electron-vite/node" />
import { Worker } from 'node:worker_threads';
import type { GateOrder } from './gate-order.ts';

/** What the decoders take of JavaScript's heap is little: pixels lie outside of it. */
const MAX_HEAP_MEGABYTES = 256;

export async function startGateWorker(order: GateOrder): Promise<Worker> {
  return new Worker(await workerFile(), {
    name: 'document-gate',
    workerData: order,
    // It reads strangers' files: it gets none of the kiosk's environment or switches.
    env: {},
    argv: [],
    execArgv: [],
    // What a decoder has to say about a file is nobody's to read.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MEGABYTES },
  });
}

/** Beside the bundle once there is one, the source itself when run from source. */
async function workerFile(): Promise<string | URL> {
  if (import.meta.url.endsWith('.ts')) return new URL('./gate-worker.ts', import.meta.url);
  return (await import('./gate-worker.ts?modulePath')).default;
}
