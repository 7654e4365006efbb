/** How long until the attract screen is painted and touchable, and how much memory the home screen takes. */
import { setTimeout as delay } from 'node:timers/promises';
import { median } from '../quantiles.ts';
import { type StartedElectron, startElectron } from '../started-electron.ts';
import type { Program } from './programs.ts';

/** Odd, so that the median is one of them. A start differs from the next by a tenth, memory hardly at all. */
const START_ROUNDS = 21;
const MEMORY_ROUNDS = 5;
/** After it nothing of a start is under way any more, in either program. */
const SETTLE_MS = 2_000;
/** Chromium keeps the painted tiles of the screen before for 5 s, to paint again on them, then gives them back. */
const TILES_GIVEN_BACK_MS = 8_000;

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
}): Promise<StartAndMemory> {
  const start = await measurePairs(START_ROUNDS, programs, async (started) => {
    await delay(SETTLE_MS);
    return startDuration(started);
  });
  const memory = await measurePairs(MEMORY_ROUNDS, programs, async (started, program) => {
    await program.goToMeasuredScreen(started);
    await delay(TILES_GIVEN_BACK_MS);
    return started.memoryBytes() / 1_000_000;
  });
  return {
    startRatio: ratioOfPairs(start),
    kioskStartMs: median(start.kiosk),
    bareStartMs: median(start.bare),
    memoryRatio: ratioOfPairs(memory),
    kioskMemoryMB: median(memory.kiosk),
    bareMemoryMB: median(memory.bare),
  };
}

interface Pairs {
  kiosk: number[];
  bare: number[];
}

/** Starts the two programs in turn, and takes one figure of each. */
async function measurePairs(
  rounds: number,
  programs: { kiosk: Program; bare: Program },
  figureOf: (started: StartedElectron, program: Program) => Promise<number>,
): Promise<Pairs> {
  const figures: Pairs = { kiosk: [], bare: [] };
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of ['bare', 'kiosk'] as const) {
      const started = await startElectron(programs[name]);
      try {
        const figure = await figureOf(started, programs[name]);
        // The first round fills the file caches of both.
        if (round > 0) figures[name].push(figure);
      } finally {
        await started.stop();
      }
    }
  }
  return figures;
}

/** Each kiosk against the bare window right before it: a machine that slows down in between slows both. */
function ratioOfPairs({ kiosk, bare }: Pairs): number {
  return median(kiosk.map((figure, round) => figure / (bare[round] ?? Number.NaN)));
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
