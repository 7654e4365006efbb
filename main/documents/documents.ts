/**
 * What the person who is there brought and has not sent: pages, in memory, and nowhere else. Sent, they are one
 * document in the outbox, sealed; not sent, they go with the session.
 */
import { createHash } from 'node:crypto';
import { v7 as uuidV7 } from 'uuid';
import type { Delivery, ErrorCode, Failure, Result } from '../../preload/contract.ts';
import type { DocumentInHand, TakenFiles } from '../../preload/document-contract.ts';
import type { DocumentKind } from '../../preload/document-kinds.ts';
import type { Visit } from '../session/visit.ts';
import type { Outbox } from '../sync/outbox.ts';
import type { DocumentGate } from './gate/gate.ts';
import type { RebuiltPage } from './gate/gate-order.ts';
import { DOCUMENT_LIMITS } from './gate/limits.ts';
import type { Scanner } from './sources/scanner.ts';

/** Of somebody who has not signed in: one for each of them. */
export interface UnsignedStay {
  readonly isSignedIn: false;
}

/** Whose hand it is: what one person brought is nobody else's. */
export type Stay = Visit | UnsignedStay;

export type FetchFile = () => Promise<Result<Uint8Array>>;

export interface Documents {
  read(stay: Stay): DocumentInHand;
  /**
   * Whatever a source hands over goes through the gate; its pages are put behind those that are there.
   * NOT_ALLOWED_NOW while another file is being worked on, or what the source or the gate answers.
   */
  take(stay: Stay, fetch: FetchFile): Promise<Result<DocumentInHand>>;
  /** Several, one after the other, each on its own: what is refused keeps nothing else out. */
  takeEach(stay: Stay, files: readonly FetchFile[]): Promise<Result<TakenFiles>>;
  /**
   * As `take`, for as many files as the scanner hands over. When the scanner has a trouble, what it had handed over
   * before stays; when a file is refused, nothing of this scan does. Called off, it answers what was there before.
   */
  scan(stay: Stay, perform: Scanner['scan']): Promise<Result<DocumentInHand>>;
  /** The person does not want the scan that is under way, nor what came of it so far. */
  callOff(stay: Stay): void;
  /** INPUT_INVALID for a page that is not there. */
  readPage(stay: Stay, pageId: string): Result<RebuiltPage>;
  remove(stay: Stay, pageId: string): DocumentInHand;
  clear(stay: Stay): void;
  /**
   * All that is in hand as one PDF, for `keep`; there is nothing in hand once that has answered ok. DOCUMENT_NONE,
   * DOCUMENT_TOO_BIG, or what `keep` answers.
   */
  handOver<Value>(stay: Stay, keep: (document: BoundDocument) => Result<Value>): Promise<Result<Value>>;
  /** What is in hand is one document from now on, for `depositAside`. DOCUMENT_NONE, DOCUMENT_TOO_BIG. */
  putAside(visit: Visit): Result<Bundle>;
  dropAside(visit: Visit, bundleId: string): void;
  /**
   * Resolves once all of them are on disk, in their order, with the ids under which they can be cited; asked again
   * after a failure, it hands in what is left. INPUT_INVALID for one that is not there, or as `deposit`.
   */
  depositAside(
    visit: Visit,
    bundleIds: readonly string[],
    about: { accountId: string; kind: DocumentKind },
  ): Promise<Result<string[]>>;
  /** Resolves once the document is on disk. DOCUMENT_NONE, DOCUMENT_TOO_BIG, STORE_UNAVAILABLE. */
  deposit(visit: Visit, about: { accountId: string; kind: DocumentKind }): Promise<Result<Delivery>>;
  /** The person leaves: everything is gone when it resolves. */
  forget(): Promise<void>;
}

interface Page extends RebuiltPage {
  readonly pageId: string;
}

/** As it is handed in. */
export interface BoundDocument {
  readonly pdf: Uint8Array;
  readonly facts: { pageCount: number; depositedAt: string; sha256: string; lengthBytes: number };
}

/** One document that waits for what it belongs to. */
export interface Bundle {
  readonly bundleId: string;
  readonly pageCount: number;
}

interface PagesAside {
  readonly pages: readonly Page[];
  /** Once it is on disk. */
  deliveryId: string | null;
}

interface Hand {
  readonly stay: Stay;
  pages: Page[];
  readonly aside: Map<string, PagesAside>;
  isBusy: boolean;
  /** Ends the scan that is under way. */
  scan: AbortController | null;
}

/** Twice as many as a request may cite: somebody may write one and add to another. Each is in memory. */
const MOST_ASIDE = 10;

export function createDocuments(parts: {
  gate: Pick<DocumentGate, 'rebuild' | 'bind' | 'callOff'>;
  outbox: Pick<Outbox, 'enqueue'>;
  now?: () => Date;
  newId?: () => string;
  /** So many pages of the scan that is under way are there now. */
  onScanned?: (pageCount: number) => void;
}): Documents {
  const { gate, outbox, now = () => new Date(), newId = uuidV7, onScanned = () => undefined } = parts;
  let hand: Hand | null = null;

  return {
    read: (stay) => shown(handOf(stay)),

    take: (stay, fetch) => alone(stay, (own) => add(own, fetch)),

    takeEach: (stay, files) =>
      alone(stay, async (own) => {
        const refused: TakenFiles['refused'] = [];
        for (const [index, fetch] of files.entries()) {
          const added = await add(own, fetch);
          if (added.ok) continue;
          if (added.error.code === 'SESSION_OVER') return added;
          refused.push({ position: index + 1, code: added.error.code });
        }
        return { ok: true, value: { ...shown(own), refused } };
      }),

    scan: (stay, perform) =>
      alone(stay, async (own) => {
        const calledOff = new AbortController();
        own.scan = calledOff;
        const added: Page[] = [];
        let refusal: Result<never> | null = null;
        const answer = await perform({
          signal: calledOff.signal,
          async take(file) {
            const more = await rebuilt(own, file, added);
            if (!more.ok) {
              refusal = more;
              return more;
            }
            added.push(...more.value);
            if (!calledOff.signal.aborted) onScanned(added.length);
            return { ok: true, value: undefined };
          },
        });
        own.scan = null;
        if (hand !== own) return failure('SESSION_OVER');
        if (calledOff.signal.aborted) return { ok: true, value: shown(own) };
        if (refusal) return refusal;
        own.pages = [...own.pages, ...added];
        return answer.ok ? { ok: true, value: shown(own) } : answer;
      }),

    callOff(stay) {
      handOf(stay).scan?.abort();
    },

    readPage(stay, pageId) {
      const page = handOf(stay).pages.find((each) => each.pageId === pageId);
      if (!page) return failure('INPUT_INVALID');
      const { jpeg, width, height } = page;
      return { ok: true, value: { jpeg, width, height } };
    },

    remove(stay, pageId) {
      const own = handOf(stay);
      own.pages = own.pages.filter((each) => each.pageId !== pageId);
      return shown(own);
    },

    clear(stay) {
      const own = handOf(stay);
      own.scan?.abort();
      own.pages = [];
    },

    handOver: (stay, keep) =>
      alone(stay, async (own) => {
        const document = await bound(own, own.pages);
        if (!document.ok) return document;
        const kept = keep(document.value);
        if (kept.ok) own.pages = [];
        return kept;
      }),

    putAside(visit) {
      const own = handOf(visit);
      if (own.isBusy) return failure('NOT_ALLOWED_NOW');
      if (own.pages.length === 0) return failure('DOCUMENT_NONE');
      if (own.aside.size >= MOST_ASIDE) return failure('DOCUMENT_TOO_BIG');
      const bundleId = newId();
      const { pages } = own;
      own.aside.set(bundleId, { pages, deliveryId: null });
      own.pages = [];
      return { ok: true, value: { bundleId, pageCount: pages.length } };
    },

    dropAside(visit, bundleId) {
      handOf(visit).aside.delete(bundleId);
    },

    depositAside: (visit, bundleIds, about) =>
      alone(visit, async (own) => {
        const deliveryIds: string[] = [];
        for (const bundleId of bundleIds) {
          const bundle = own.aside.get(bundleId);
          if (!bundle) return failure('INPUT_INVALID');
          if (bundle.deliveryId === null) {
            const saved = await enqueue(own, visit, bundle.pages, about);
            if (!saved.ok) return saved;
            bundle.deliveryId = saved.value.deliveryId;
          }
          deliveryIds.push(bundle.deliveryId);
        }
        return { ok: true, value: deliveryIds };
      }),

    deposit: (visit, about) =>
      alone(visit, async (own) => {
        const saved = await enqueue(own, visit, own.pages, about);
        if (!saved.ok) return saved;
        own.pages = [];
        return { ok: true, value: { deliveryId: saved.value.deliveryId, state: 'saved' } };
      }),

    async forget() {
      hand?.scan?.abort();
      hand = null;
      await gate.callOff();
    },
  };

  function handOf(stay: Stay): Hand {
    if (hand?.stay !== stay) hand = { stay, pages: [], aside: new Map(), isBusy: false, scan: null };
    return hand;
  }

  async function enqueue(
    own: Hand,
    { tenantId, depositToken }: Visit,
    pages: readonly Page[],
    about: { accountId: string; kind: DocumentKind },
  ): Promise<Result<{ deliveryId: string }>> {
    const document = await bound(own, pages);
    if (!document.ok) return document;
    const { pdf, facts } = document.value;
    return outbox.enqueue({
      kind: 'document',
      ...{ tenantId, depositToken },
      payload: { ...about, ...facts },
      attachment: pdf,
    });
  }

  async function bound(own: Hand, pages: readonly Page[]): Promise<Result<BoundDocument>> {
    if (pages.length === 0) return failure('DOCUMENT_NONE');
    const answer = await gate.bind(pages.map(({ jpeg, width, height }) => ({ jpeg, width, height })));
    if (!answer.ok) return answer;
    if (hand !== own) return failure('SESSION_OVER');
    const pdf = answer.value;
    const facts = {
      pageCount: pages.length,
      depositedAt: now().toISOString(),
      sha256: createHash('sha256').update(pdf).digest('hex'),
      lengthBytes: pdf.byteLength,
    };
    return { ok: true, value: { pdf, facts } };
  }

  /** Its pages, when there is room for them behind those that are there and those that came with it. */
  async function rebuilt(own: Hand, file: Uint8Array, before: readonly Page[]): Promise<Result<Page[]>> {
    if (hand !== own) return failure('SESSION_OVER');
    const drawn = await gate.rebuild(file);
    if (!drawn.ok) return drawn;
    if (hand !== own) return failure('SESSION_OVER');
    const added = drawn.value.map((page) => ({ pageId: newId(), ...page }));
    const all = [...own.pages, ...before, ...added];
    if (all.length > DOCUMENT_LIMITS.pages) return failure('DOCUMENT_TOO_MANY_PAGES');
    if (bytesOf(all) > DOCUMENT_LIMITS.depositBytes) return failure('DOCUMENT_TOO_BIG');
    return { ok: true, value: added };
  }

  async function add(own: Hand, fetch: FetchFile): Promise<Result<DocumentInHand>> {
    const file = await fetch();
    if (!file.ok) return file;
    const added = await rebuilt(own, file.value, []);
    if (!added.ok) return added;
    own.pages = [...own.pages, ...added.value];
    return { ok: true, value: shown(own) };
  }

  /** One thing at a time: a page that asks for many would have many decoders at work. */
  async function alone<Value>(
    stay: Stay,
    work: (own: Hand) => Promise<Result<Value>>,
  ): Promise<Result<Value>> {
    const own = handOf(stay);
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
