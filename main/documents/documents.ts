/**
 * What the person who is there brought and has not sent: pages, in memory, and nowhere else. Sent, they are one
 * document in the outbox, sealed; not sent, they go with the session.
 */
import { createHash } from 'node:crypto';
import { v7 as uuidV7 } from 'uuid';
import type { Delivery, ErrorCode, Failure, Result } from '../../preload/contract.ts';
import type { DocumentInHand } from '../../preload/document-contract.ts';
import type { Visit } from '../session/visit.ts';
import type { Outbox } from '../sync/outbox.ts';
import type { DocumentGate } from './gate/gate.ts';
import type { RebuiltPage } from './gate/gate-order.ts';
import { DOCUMENT_LIMITS } from './gate/limits.ts';

export interface Documents {
  read(visit: Visit): DocumentInHand;
  /**
   * Whatever a source hands over goes through the gate; its pages are put behind those that are there.
   * NOT_ALLOWED_NOW while another file is being worked on, or what the source or the gate answers.
   */
  take(visit: Visit, fetch: () => Promise<Result<Uint8Array>>): Promise<Result<DocumentInHand>>;
  /** INPUT_INVALID for a page that is not there. */
  readPage(visit: Visit, pageId: string): Result<RebuiltPage>;
  remove(visit: Visit, pageId: string): DocumentInHand;
  clear(visit: Visit): void;
  /** Resolves once the document is on disk. DOCUMENT_NONE, DOCUMENT_TOO_BIG, STORE_UNAVAILABLE. */
  deposit(visit: Visit, accountId: string): Promise<Result<Delivery>>;
  /** The person leaves: everything is gone when it resolves. */
  forget(): Promise<void>;
}

interface Page extends RebuiltPage {
  readonly pageId: string;
}

interface Hand {
  readonly visit: Visit;
  pages: Page[];
  isBusy: boolean;
}

export function createDocuments(parts: {
  gate: DocumentGate;
  outbox: Pick<Outbox, 'enqueue'>;
  now?: () => Date;
  newId?: () => string;
}): Documents {
  const { gate, outbox, now = () => new Date(), newId = uuidV7 } = parts;
  let hand: Hand | null = null;

  return {
    read: (visit) => shown(handOf(visit)),

    take: (visit, fetch) =>
      alone(visit, async (own) => {
        const file = await fetch();
        if (!file.ok) return file;
        if (hand !== own) return failure('SESSION_OVER');
        const rebuilt = await gate.rebuild(file.value);
        if (!rebuilt.ok) return rebuilt;
        if (hand !== own) return failure('SESSION_OVER');
        if (own.pages.length + rebuilt.value.length > DOCUMENT_LIMITS.pages) {
          return failure('DOCUMENT_TOO_MANY_PAGES');
        }
        const added = rebuilt.value.map((page) => ({ pageId: newId(), ...page }));
        if (bytesOf([...own.pages, ...added]) > DOCUMENT_LIMITS.depositBytes) {
          return failure('DOCUMENT_TOO_BIG');
        }
        own.pages = [...own.pages, ...added];
        return { ok: true, value: shown(own) };
      }),

    readPage(visit, pageId) {
      const page = handOf(visit).pages.find((each) => each.pageId === pageId);
      if (!page) return failure('INPUT_INVALID');
      const { jpeg, width, height } = page;
      return { ok: true, value: { jpeg, width, height } };
    },

    remove(visit, pageId) {
      const own = handOf(visit);
      own.pages = own.pages.filter((each) => each.pageId !== pageId);
      return shown(own);
    },

    clear(visit) {
      handOf(visit).pages = [];
    },

    deposit: (visit, accountId) =>
      alone(visit, async (own) => {
        const pages = own.pages;
        if (pages.length === 0) return failure('DOCUMENT_NONE');
        const bound = await gate.bind(pages.map(({ jpeg, width, height }) => ({ jpeg, width, height })));
        if (!bound.ok) return bound;
        if (hand !== own) return failure('SESSION_OVER');
        const pdf = bound.value;
        const { tenantId, depositToken } = visit;
        const saved = outbox.enqueue({
          kind: 'document',
          ...{ tenantId, depositToken },
          payload: {
            accountId,
            pageCount: pages.length,
            depositedAt: now().toISOString(),
            sha256: createHash('sha256').update(pdf).digest('hex'),
            content: Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('base64'),
          },
        });
        if (!saved.ok) return saved;
        own.pages = [];
        return { ok: true, value: { deliveryId: saved.value.deliveryId, state: 'saved' } };
      }),

    async forget() {
      hand = null;
      await gate.callOff();
    },
  };

  function handOf(visit: Visit): Hand {
    if (hand?.visit !== visit) hand = { visit, pages: [], isBusy: false };
    return hand;
  }

  /** One thing at a time: a page that asks for many would have many decoders at work. */
  async function alone<Value>(
    visit: Visit,
    work: (own: Hand) => Promise<Result<Value>>,
  ): Promise<Result<Value>> {
    const own = handOf(visit);
    if (own.isBusy) return failure('NOT_ALLOWED_NOW');
    own.isBusy = true;
    try {
      return await work(own);
    } finally {
      own.isBusy = false;
    }
  }
}

function shown({ pages }: Hand): DocumentInHand {
  return { pages: pages.map(({ pageId }) => ({ pageId })) };
}

function bytesOf(pages: readonly RebuiltPage[]): number {
  return pages.reduce((sum, { jpeg }) => sum + jpeg.byteLength, 0);
}

function failure(code: ErrorCode): { ok: false; error: Failure } {
  return { ok: false, error: { code } };
}
