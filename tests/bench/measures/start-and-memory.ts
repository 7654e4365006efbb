/** How long until the attract screen is painted and touchable, and how much memory the home screen takes. */
import { setTimeout as delay } from 'node:timers/promises';
import { median } from '../quantiles.ts';
import { type StartedElectron, startElectron } from '../started-electron.ts';
import type { Program } from './programs.ts';

/** After it nothing of a start is under way any more, in either program. */
const SETTLE_MS = 3_000;

export interface StartAndMemory {
  startRatio: number;
  kioskStartMs: number;
  bareStartMs: number;
  memoryRatio: number;
  kioskMemoryMB: number;
  bareMemoryMB: number;
}

export async function measureStartAndMemory(programs: {
  kiosk: Program;
  bare: Program;
  rounds: number;
}): Promise<StartAndMemory> {
  const figures = {
    kiosk: { startMs: [] as number[], memoryMB: [] as number[] },
    bare: { startMs: [] as number[], memoryMB: [] as number[] },
  };
  for (let round = 0; round <= programs.rounds; round += 1) {
    for (const name of ['bare', 'kiosk'] as const) {
      const measured = await measureOnce(programs[name]);
      // The first round fills the file caches of both.
      if (round === 0) continue;
      figures[name].startMs.push(measured.startMs);
      figures[name].memoryMB.push(measured.memoryMB);
    }
  }

  return {
    startRatio: ratioOfPairs(figures.kiosk.startMs, figures.bare.startMs),
    kioskStartMs: median(figures.kiosk.startMs),
    bareStartMs: median(figures.bare.startMs),
    memoryRatio: ratioOfPairs(figures.kiosk.memoryMB, figures.bare.memoryMB),
    kioskMemoryMB: median(figures.kiosk.memoryMB),
    bareMemoryMB: median(figures.bare.memoryMB),
  };
}

/** Each kiosk against the bare window right before it: a machine that slows down in between slows both. */
function ratioOfPairs(kiosk: readonly number[], bare: readonly number[]): number {
  return median(kiosk.map((figure, round) => figure / (bare[round] ?? Number.NaN)));
}

async function measureOnce(program: Program): Promise<{ startMs: number; memoryMB: number }> {
  const started = await startElectron(program);
  try {
    await delay(SETTLE_MS);
    const startMs = await startDuration(started);
    await program.goToMeasuredScreen(started);
    await delay(SETTLE_MS);
    return { startMs, memoryMB: started.memoryBytes() / 1_000_000 };
  } finally {
    await started.stop();
  }
}

/** The largest text is the heading: once it is painted, React has long attached its listeners. */
async function startDuration(started: StartedElectron): Promise<number> {
  const page = await started.page();
  const paintedAt = await page.evaluate<number>(`new Promise((resolve) => {
    new PerformanceObserver((list) => resolve(performance.timeOrigin + list.getEntries().at(-1).startTime))
      .observe({ type: 'largest-contentful-paint', buffered: true });
  })`);
  page.close();
  return paintedAt - started.spawnedAt;
}
