/** PINs and their hashes, as staff codes have them. Calculated in a thread of its own, with which the PIN goes. */
import { once } from 'node:events';
import type { CodeQuestion } from './code-worker.ts';
import { startCodeWorker } from './start-code-worker.ts';

/** In the PHC string format. */
export async function hashOfPin(pin: string): Promise<string> {
  const answer = await ask({ hash: pin });
  if (typeof answer !== 'string') throw new Error('The thread gave no hash.');
  return answer;
}

export async function isPin(pin: string, hash: string): Promise<boolean> {
  const answer = await ask({ code: pin, hashes: [hash] });
  return Array.isArray(answer) && answer[0] === true;
}

async function ask(question: CodeQuestion): Promise<unknown> {
  const worker = await startCodeWorker(question);
  try {
    const [answer]: unknown[] = await once(worker, 'message');
    return answer;
  } finally {
    await worker.terminate();
  }
}
