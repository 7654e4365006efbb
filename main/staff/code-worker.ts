import { parentPort, workerData } from 'node:worker_threads';
import { hashCode, whichFit } from './code-hashes.ts';

/** What the thread is started with. It answers once and is ended. */
export type CodeQuestion =
  | { readonly code: string; readonly hashes: readonly string[] }
  | { readonly hash: string };

/** Only ever started as a thread, see start-code-worker.ts. */
const question = workerData as CodeQuestion;
parentPort?.postMessage(
  'hash' in question ? await hashCode(question.hash) : await whichFit(question.code, question.hashes),
);
