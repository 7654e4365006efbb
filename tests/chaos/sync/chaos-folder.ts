import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MEMORY = '/dev/shm';

/** In memory where there is such a place: programs die here, machines do not, and a slow disk would set the pace. */
export function makeChaosFolder(): string {
  return mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'chaos-sync-'));
}
