import { parentPort, workerData } from 'node:worker_threads';
import { boundMemory } from './bound-memory.ts';
import type { GateAnswer, GateOrder } from './gate-order.ts';
import { DOCUMENT_LIMITS } from './limits.ts';
import { countPages } from './read-pdf.ts';
import { rebuild } from './rebuild.ts';

/**
 * Only ever started as a thread, see start-gate-worker.ts. A thread that draws a file anew has no need of what binds
 * pages: each is loaded by the one that it is for.
 */
boundMemory(DOCUMENT_LIMITS.decoderMegabytes);
// The decoders were written for pages of browsers, and hand their pixels over in one of these.
Object.assign(globalThis, {
  ImageData: class {
    readonly data: Uint8ClampedArray;
    readonly width: number;
    readonly height: number;
    constructor(data: Uint8ClampedArray, width: number, height: number) {
      this.data = data;
      this.width = width;
      this.height = height;
    }
  },
});
parentPort?.postMessage(await perform(workerData as GateOrder));

async function perform(order: GateOrder): Promise<GateAnswer> {
  switch (order.work) {
    case 'rebuild': {
      const rebuilt = await rebuild(order.file);
      return rebuilt.ok ? { ok: true, value: { pages: rebuilt.value } } : rebuilt;
    }
    case 'count': {
      const counted = await countPages(order.file);
      return counted.ok ? { ok: true, value: { pageCount: counted.value } } : counted;
    }
    case 'bind':
      return { ok: true, value: { pdf: await (await import('./bind.ts')).bind(order.pages) } };
  }
}
