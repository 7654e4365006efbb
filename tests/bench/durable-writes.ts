/** How long the kiosk takes to write something durably, against as little as can be written with the same durability. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, quantile } from './quantiles.ts';

const WARM_UP_ROUNDS = 200;
const ROUNDS = 2_000;

export interface Writer {
  write(): void;
  close(): void;
}

export interface DurableWrites {
  p95Ratio: number;
  kioskMs: number;
  bareMs: number;
}

/** Each is started on a file of its own, and both write by turns. */
export function compareDurableWrites(writers: {
  kiosk: (file: string) => Writer;
  bare: (file: string) => Writer;
}): DurableWrites {
  const folder = mkdtempSync(join(tmpdir(), 'bench-writes-'));
  try {
    const kiosk = writers.kiosk(join(folder, 'kiosk.sqlite'));
    const bare = writers.bare(join(folder, 'bare.sqlite'));
    const durations = { kiosk: [] as number[], bare: [] as number[] };
    for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round += 1) {
      // Whoever comes second finds a disk that has just worked.
      const inTurn = round % 2 === 0 ? (['kiosk', 'bare'] as const) : (['bare', 'kiosk'] as const);
      for (const name of inTurn) {
        const took = timeOf(name === 'kiosk' ? kiosk.write : bare.write);
        if (round >= WARM_UP_ROUNDS) durations[name].push(took);
      }
    }
    kiosk.close();
    bare.close();
    return {
      p95Ratio: quantile(durations.kiosk, 0.95) / quantile(durations.bare, 0.95),
      kioskMs: median(durations.kiosk),
      bareMs: median(durations.bare),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function timeOf(work: () => void): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}
