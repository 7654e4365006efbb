import { Worker } from 'node:worker_threads';

/**
 * A thread that works on one order, often on a stranger's file: it gets none of the kiosk's environment or switches,
 * and what a decoder has to say about a file is nobody's to read.
 */
export function startQuietWorker(
  file: string | URL,
  thread: { name: string; order: unknown; maxHeapMegabytes: number },
): Worker {
  const { name, order, maxHeapMegabytes } = thread;
  return new Worker(file, {
    name,
    workerData: order,
    env: {},
    argv: [],
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMegabytes },
  });
}
