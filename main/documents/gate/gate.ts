/**
 * The gate that every file from outside goes through: checked by its content, drawn anew, in a thread of its own
 * that ends with it. What a file does to its decoder, it does there, for so long and with so much memory.
 */
import type { Result } from '../../../preload/contract.ts';
import type { Log } from '../../log/log.ts';
import type { GateAnswer, GateOrder, RebuiltPage } from './gate-order.ts';
import { DOCUMENT_LIMITS } from './limits.ts';
import { startGateWorker } from './start-gate-worker.ts';

export interface DocumentGate {
  /**
   * DOCUMENT_KIND_UNKNOWN, _EMPTY, _TOO_BIG, _TOO_MANY_PAGES, _PICTURE_TOO_LARGE, _ENCRYPTED, _DAMAGED, _TOO_SLOW.
   * SESSION_OVER when everything was called off meanwhile.
   */
  rebuild(file: Uint8Array): Promise<Result<RebuiltPage[]>>;
  /**
   * For a PDF of the landlord's own, that stays as it is: how many pages it has. DOCUMENT_KIND_UNKNOWN for what is no
   * PDF, else as `rebuild`.
   */
  countPages(file: Uint8Array): Promise<Result<number>>;
  /** One PDF of them all. DOCUMENT_FAILED when it cannot be made. */
  bind(pages: readonly RebuiltPage[]): Promise<Result<Uint8Array>>;
  /** Ends whatever is being worked on. Resolves when its threads and their memory are gone. */
  callOff(): Promise<void>;
}

/** What is needed of a `Worker`. */
export interface GateWorker {
  on(event: 'message' | 'error' | 'exit', listen: (told: GateAnswer) => void): unknown;
  terminate(): Promise<unknown>;
}

export function createDocumentGate(parts: {
  log: Log;
  startWorker?: (order: GateOrder) => Promise<GateWorker>;
  limitSeconds?: number;
}): DocumentGate {
  const { log, startWorker = startGateWorker, limitSeconds = DOCUMENT_LIMITS.seconds } = parts;
  const endings = new Set<() => Promise<void>>();

  return {
    async rebuild(file) {
      const answer = await ofFile({ work: 'rebuild', file });
      if (!answer.ok) return answer;
      if (!('pages' in answer.value)) throw new TypeError('a file was asked for, and is not there');
      return { ok: true, value: answer.value.pages };
    },

    async countPages(file) {
      const answer = await ofFile({ work: 'count', file });
      if (!answer.ok) return answer;
      if (!('pageCount' in answer.value)) throw new TypeError('a number was asked for, and is not there');
      return { ok: true, value: answer.value.pageCount };
    },

    async bind(pages) {
      const answer = await inThread({ work: 'bind', pages });
      if (answer.ok && 'pdf' in answer.value) return { ok: true, value: answer.value.pdf };
      return answer.ok || answer.error.code !== 'SESSION_OVER'
        ? { ok: false, error: { code: 'DOCUMENT_FAILED' } }
        : answer;
    },

    async callOff() {
      await Promise.all([...endings].map((end) => end()));
    },
  };

  async function ofFile(order: Extract<GateOrder, { file: Uint8Array }>): Promise<GateAnswer> {
    const { file } = order;
    if (file.byteLength === 0) return { ok: false, error: { code: 'DOCUMENT_EMPTY' } };
    if (file.byteLength > DOCUMENT_LIMITS.fileBytes) {
      return { ok: false, error: { code: 'DOCUMENT_TOO_BIG' } };
    }
    const answer = await inThread(order);
    if (!answer.ok) log.info('documents.refused', { code: answer.error.code });
    return answer;
  }

  async function inThread(order: GateOrder): Promise<GateAnswer> {
    const { promise, resolve } = Promise.withResolvers<GateAnswer>();
    let isCalledOff = false;
    let worker: GateWorker | null = null;
    const end = async () => {
      isCalledOff = true;
      resolve({ ok: false, error: { code: 'SESSION_OVER' } });
      await worker?.terminate();
    };
    endings.add(end);
    const limit = setTimeout(
      () => resolve({ ok: false, error: { code: 'DOCUMENT_TOO_SLOW' } }),
      limitSeconds * 1_000,
    );
    try {
      worker = await startWorker(order);
      if (isCalledOff) return await promise;
      // A decoder that breaks down took it from the file.
      const broken = () => resolve({ ok: false, error: { code: 'DOCUMENT_DAMAGED' } });
      worker.on('message', (answer: GateAnswer) => resolve(answer));
      worker.on('error', broken);
      worker.on('exit', broken);
      return await promise;
    } finally {
      clearTimeout(limit);
      endings.delete(end);
      await worker?.terminate();
    }
  }
}
