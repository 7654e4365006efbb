/**
 * The person's own telephone: the landlord opens a page for it, and what it sends there is fetched. The page is closed
 * when its files are here, when the person turns to something else, and when they leave; else its time ends it.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Result } from '../../../preload/contract.ts';
import type { PhonePage, PhonePhase, PhoneProgress } from '../../../preload/document-contract.ts';
import type { Log } from '../../log/log.ts';
import type { Visit } from '../../session/visit.ts';
import type { FetchFile } from '../documents.ts';

export interface Phone {
  /** In place of the page before. API_BROKEN_ANSWER when it is not where the landlord has such pages. */
  open(visit: Visit): Promise<Result<PhonePage>>;
  /**
   * Answers when the telephone has come further than `after`, and after a while anyway. PHONE_PAGE_OVER, or
   * NOT_ALLOWED_NOW while somebody waits for that already.
   */
  follow(visit: Visit, after: PhonePhase): Promise<Result<PhoneProgress>>;
  /** What the telephone sent goes through `take`, file by file; once it was taken, the page is closed. PHONE_PAGE_OVER. */
  handOver<Value>(
    visit: Visit,
    take: (files: readonly FetchFile[]) => Promise<Result<Value>>,
  ): Promise<Result<Value>>;
  /** The central API is told, and not waited for. */
  close(visit: Visit): void;
  /** The person's sign-out has closed the page. */
  forget(): void;
}

const SECONDS_BETWEEN_LOOKS = 1;
/** So often the screen hears how many seconds are left. */
const MOST_LOOKS = 15;

const over = { ok: false, error: { code: 'PHONE_PAGE_OVER' } } as const;

interface OpenPage {
  readonly visit: Visit;
  readonly slotId: string;
  readonly ending: AbortController;
  fileIds: readonly string[];
  isFollowed: boolean;
}

/** `origin`: of the pages that the landlord opens for telephones. */
export function createPhone(
  { origin }: { origin: string },
  parts: { log: Log; pause?: (seconds: number, signal: AbortSignal) => Promise<void> },
): Phone {
  const { log, pause = paused } = parts;
  let page: OpenPage | null = null;
  let openings = 0;
  let lastOpening: Promise<unknown> = Promise.resolve();

  return {
    async open(visit) {
      if (page) close(page);
      openings += 1;
      const own = openings;
      // Each takes the place of the one before: they must not overtake each other.
      const answer = await inTurn(() => (own === openings ? visit.connection.uploadSlots.open() : over));
      if (!answer.ok) return answer;
      const { id, url, secondsLeft } = answer.value;
      const isTrusted = URL.parse(url)?.origin === origin && url.startsWith(`${origin}/`);
      if (!isTrusted || own !== openings) {
        tellClosed(visit, id);
        if (isTrusted) return over;
        log.warn('phone.page-elsewhere');
        return { ok: false, error: { code: 'API_BROKEN_ANSWER' } };
      }
      page = { visit, slotId: id, ending: new AbortController(), fileIds: [], isFollowed: false };
      log.info('phone.page-opened');
      return { ok: true, value: { url, secondsLeft } };
    },

    async follow(visit, after) {
      const own = pageOf(visit);
      if (!own) return over;
      if (own.isFollowed) return { ok: false, error: { code: 'NOT_ALLOWED_NOW' } };
      own.isFollowed = true;
      try {
        return await lookUntilFurther(own, after);
      } finally {
        own.isFollowed = false;
      }
    },

    async handOver(visit, take) {
      const own = pageOf(visit);
      if (!own || own.fileIds.length === 0) return over;
      const { slotId, fileIds } = own;
      const taken = await take(
        fileIds.map((fileId) => () => visit.connection.uploadSlots.readFile(slotId, fileId)),
      );
      log.info('phone.files-fetched', { files: fileIds.length });
      if (taken.ok && page === own) close(own);
      return taken;
    },

    close(visit) {
      const own = pageOf(visit);
      if (own) close(own);
      else openings += 1;
    },

    forget() {
      openings += 1;
      page?.ending.abort();
      page = null;
    },
  };

  async function lookUntilFurther(own: OpenPage, after: PhonePhase): Promise<Result<PhoneProgress>> {
    for (let looks = 1; ; looks++) {
      const answer = await own.visit.connection.uploadSlots.read(own.slotId);
      if (page !== own) return over;
      if (!answer.ok) {
        if (answer.error.code === 'PHONE_PAGE_OVER') page = null;
        return answer;
      }
      const { phase, secondsLeft, files } = answer.value;
      own.fileIds = files.map(({ id }) => id);
      if (phase !== after || looks === MOST_LOOKS) return { ok: true, value: { phase, secondsLeft } };
      await pause(SECONDS_BETWEEN_LOOKS, own.ending.signal);
      if (page !== own) return over;
    }
  }

  function inTurn<Value>(work: () => Value | Promise<Value>): Promise<Value> {
    const own = lastOpening.then(work);
    lastOpening = own;
    return own;
  }

  function pageOf(visit: Visit): OpenPage | null {
    return page?.visit === visit ? page : null;
  }

  function close(own: OpenPage): void {
    openings += 1;
    own.ending.abort();
    page = null;
    tellClosed(own.visit, own.slotId);
  }

  function tellClosed(visit: Visit, slotId: string): void {
    void visit.connection.uploadSlots.close(slotId).then((answer) => {
      if (!answer.ok) log.warn('phone.close-not-heard', { code: answer.error.code });
    });
  }
}

async function paused(seconds: number, signal: AbortSignal): Promise<void> {
  try {
    await delay(seconds * 1_000, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
