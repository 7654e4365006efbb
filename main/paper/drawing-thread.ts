import type { Worker } from 'node:worker_threads';
import type { DrawingOrder, DrawingOutcome, DrawnPaper, PaperFault } from './drawing.ts';

/** Why nothing was drawn although the content may be right. */
export type ThreadFault = 'TOOK_TOO_LONG' | 'THREAD_FAILED' | 'FORGOTTEN';

export type DrawingResult =
  | { readonly ok: true; readonly drawn: DrawnPaper }
  | { readonly ok: false; readonly fault: PaperFault | ThreadFault };

/** What is needed of a `Worker`. */
export type DrawingWorker = Pick<Worker, 'postMessage' | 'terminate' | 'unref' | 'on'>;

export interface DrawingThread {
  /** One paper after the other. Never rejects. */
  draw(order: DrawingOrder): Promise<DrawingResult>;
  /** Resolves when the thread and its memory are gone. A later order starts another thread. */
  end(): Promise<void>;
}

interface Options {
  readonly startWorker: () => Promise<DrawingWorker>;
  /** For a single paper. Half a minute is about a thousand times what a page takes. */
  readonly limitSeconds?: number;
  readonly idleSeconds?: number;
}

/** Draws in a thread, so that the kiosk answers touches meanwhile, and lets the thread go when it is idle. */
export function createDrawingThread({
  startWorker,
  limitSeconds = 30,
  idleSeconds = 30,
}: Options): DrawingThread {
  let worker: DrawingWorker | null = null;
  let settle: ((result: DrawingResult) => void) | null = null;
  let idleTimer: NodeJS.Timeout | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  /** Goes up with every end, so that what was ordered before is not drawn after. */
  let era = 0;

  async function workerAtHand(): Promise<DrawingWorker> {
    if (worker) return worker;
    const startedIn = era;
    const started = await startWorker();
    const gone = () => {
      if (worker !== started) return;
      worker = null;
      settle?.({ ok: false, fault: 'THREAD_FAILED' });
    };
    started.on('message', (outcome: DrawingOutcome) => {
      if (worker === started) settle?.(outcome);
    });
    started.on('error', gone);
    started.on('exit', gone);
    started.unref();
    if (startedIn === era) worker = started;
    else await started.terminate();
    return started;
  }

  async function letGo() {
    clearTimeout(idleTimer);
    const ending = worker;
    worker = null;
    await ending?.terminate();
  }

  async function drawNext(order: DrawingOrder, orderedIn: number): Promise<DrawingResult> {
    clearTimeout(idleTimer);
    if (orderedIn !== era) return { ok: false, fault: 'FORGOTTEN' };
    const drawing = await workerAtHand();
    if (orderedIn !== era) return { ok: false, fault: 'FORGOTTEN' };

    const result = await new Promise<DrawingResult>((resolve) => {
      const tooLong = () => resolve({ ok: false, fault: 'TOOK_TOO_LONG' });
      const limit = setTimeout(tooLong, limitSeconds * 1000);
      settle = (outcome) => {
        clearTimeout(limit);
        resolve(outcome);
      };
      drawing.postMessage(order);
    });
    settle = null;

    const isBroken = !result.ok && (result.fault === 'TOOK_TOO_LONG' || result.fault === 'THREAD_FAILED');
    if (isBroken) await letGo();
    else if (worker) idleTimer = setTimeout(letGo, idleSeconds * 1000).unref();
    return result;
  }

  return {
    draw(order) {
      const orderedIn = era;
      const result = queue
        .then(() => drawNext(order, orderedIn))
        .catch(async (): Promise<DrawingResult> => {
          await letGo();
          return { ok: false, fault: 'THREAD_FAILED' };
        });
      queue = result;
      return result;
    },
    async end() {
      era += 1;
      settle?.({ ok: false, fault: 'FORGOTTEN' });
      await letGo();
    },
  };
}
