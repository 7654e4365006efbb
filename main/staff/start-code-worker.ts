/// <reference types="electron-vite/node" />
import { Worker } from 'node:worker_threads';
import type { CodeQuestion } from './code-worker.ts';

export async function startCodeWorker(question: CodeQuestion): Promise<Worker> {
  return new Worker(await workerFile(), {
    name: 'staff-code',
    workerData: question,
    // It calculates, nothing else: it needs none of the kiosk's environment or switches.
    env: {},
    argv: [],
    execArgv: [],
  });
}

/** Beside the bundle once there is one, the source itself when run from source. */
async function workerFile(): Promise<string | URL> {
  if (import.meta.url.endsWith('.ts')) return new URL('./code-worker.ts', import.meta.url);
  return (await import('./code-worker.ts?modulePath')).default;
}
