import { parentPort, workerData } from 'node:worker_threads';
import { whichFit } from './code-hashes.ts';

/** What the thread is started with. It answers once and is ended. */
export interface CodeQuestion {
  readonly code: string;
  readonly hashes: readonly string[];
}

/** Only ever started as a thread, see start-code-worker.ts. */
const { code, hashes } = workerData as CodeQuestion;
parentPort?.postMessage(await whichFit(code, hashes));
