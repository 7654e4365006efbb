import { once } from 'node:events';
import type { StaffCode } from '../config/config-schema.ts';
import { startCodeWorker } from './start-code-worker.ts';

/**
 * Whose code it is, by the id in the configuration; null when it is nobody's. Calculated in a thread of its own, so
 * that the kiosk answers meanwhile, and the code goes with the thread.
 */
export async function whoseCode(code: string, staffCodes: readonly StaffCode[]): Promise<string | null> {
  const worker = await startCodeWorker({ code, hashes: staffCodes.map(({ codeHash }) => codeHash) });
  try {
    const [fits]: boolean[][] = await once(worker, 'message');
    return staffCodes.find((_, index) => fits?.[index])?.id ?? null;
  } finally {
    await worker.terminate();
  }
}
