/** What drawing one document after the other leaves in memory, after the collector has been: in a process of its own. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { drawStatementHere } from '../../../main/paper/statement/draw-statement.ts';
import { statementOf } from './statement-paper.ts';

/** By then every part has been used, and every cache has its size. */
const FIRST_DOCUMENTS = 50;
const ALL_DOCUMENTS = 1_000;
const ENTRIES = 30;
const PATIENCE_MS = 300_000;

export interface DocumentGrowth {
  documentGrowthRatio: number;
}

export async function measureDocumentGrowth(): Promise<DocumentGrowth> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', import.meta.filename], {
    timeout: PATIENCE_MS,
  });
  return { documentGrowthRatio: Number(stdout) };
}

if (import.meta.main) {
  await draw(FIRST_DOCUMENTS);
  const before = await heldBytes();
  await draw(ALL_DOCUMENTS - FIRST_DOCUMENTS);
  process.stdout.write(String((await heldBytes()) / before));
}

async function draw(documents: number): Promise<void> {
  for (let document = 0; document < documents; document += 1) {
    // Another one each time, as people are.
    const drawn = await drawStatementHere(statementOf(ENTRIES + (document % 7)));
    if (!drawn.ok) throw new Error(drawn.fault);
  }
}

async function heldBytes(): Promise<number> {
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc?.();
    await new Promise(setImmediate);
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
