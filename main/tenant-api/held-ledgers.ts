/**
 * Ledgers as far as they were read: page by page the first time, and after that by what was booked since.
 *
 * A ledger is a chain of running balances. What was booked since has to go on from the balance that is known here, to
 * the cent; whatever does not is not put right but forgotten, and the ledger is read anew. In memory only, for as long
 * as a person is signed in.
 */
import type { Result } from '../../preload/contract.ts';
import type { LedgerEntry, LedgerPage, ListLedgerEntriesParams } from './generated/model/index.ts';
import {
  checkLedgerPage,
  checkNewlyBooked,
  type LedgerBreach,
  type LedgerPosition,
} from './ledger-integrity.ts';

export interface LedgerPageRequest {
  accountId: string;
  /** Days, both included. Null or absent: from the first entry, to the last. */
  from?: string | null;
  to?: string | null;
  /**
   * Null: the ledger as far as it has been read in this session, with what was booked since, and at least its first
   * page. Otherwise `nextCursor` of a page that was read here of the same period: what comes after that.
   */
  cursor: string | null;
  /** 1 to 200. */
  limit?: number;
}

/** What the API calls `changesCursor` is nobody's concern but this room's. */
export type ListedLedger = Omit<LedgerPage, 'changesCursor'>;

export interface HeldLedgers {
  /** API_BROKEN_ANSWER when figures do not add up. INPUT_INVALID for a cursor that was not handed out here. */
  read(request: LedgerPageRequest): Promise<Result<ListedLedger>>;
  /** Those days as they were last read here, if all of them were; null otherwise. Nothing is asked. */
  readWhole(period: { accountId: string; from: string; to: string }): ListedLedger | null;
  /** For good: what is on its way is kept no more. */
  forget(): void;
}

interface Question {
  readonly accountId: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly limit: number;
}

type Place = Pick<ListLedgerEntriesParams, 'since' | 'cursor'>;

const ENTRIES_PER_PAGE = 100;

/** Nobody looks at more leases and periods in one visit. */
const MOST_LEDGERS = 20;

/** More than that, and the ledger might as well be read anew. */
const MOST_PAGES_OF_CHANGES = 5;

export function createHeldLedgers(parts: {
  ask: (accountId: string, params: ListLedgerEntriesParams) => Promise<Result<LedgerPage>>;
  onBreach: (breach: LedgerBreach) => void;
}): HeldLedgers {
  const { ask, onBreach } = parts;
  const ledgers = new Map<string, LedgerPage>();
  const positions = new Map<string, LedgerPosition>();
  let isOver = false;

  return {
    async read({ accountId, from = null, to = null, cursor, limit = ENTRIES_PER_PAGE }) {
      const question = { accountId, from, to, limit };
      const answer = cursor === null ? await readNewest(question) : await readOlder(question, cursor);
      if (!answer.ok) return answer;
      return { ok: true, value: listed(answer.value) };
    },
    readWhole({ accountId, from, to }) {
      const beginning = `${JSON.stringify([accountId, from, to]).slice(0, -1)},`;
      const whole = [...ledgers].findLast(
        ([name, { nextCursor }]) => nextCursor === null && name.startsWith(beginning),
      );
      return whole ? listed(whole[1]) : null;
    },
    forget() {
      isOver = true;
      ledgers.clear();
      positions.clear();
    },
  };

  function readNewest(question: Question): Promise<Result<LedgerPage>> {
    const held = ledgers.get(nameOf(question));
    return held ? readNewlyBooked(question, held) : readFirst(question);
  }

  async function readFirst(question: Question): Promise<Result<LedgerPage>> {
    const page = await askPage(question, {}, null);
    if (page.ok) keep(question, page.value);
    return page;
  }

  async function readOlder(question: Question, cursor: string): Promise<Result<LedgerPage>> {
    const after = positions.get(nameOf(question, cursor));
    if (after === undefined) return { ok: false, error: { code: 'INPUT_INVALID' } };
    const page = await askPage(question, { cursor }, after);
    const held = ledgers.get(nameOf(question));
    if (held?.nextCursor !== cursor) return page;
    if (page.ok) {
      const { items, nextCursor } = page.value;
      keep(question, { ...held, items: [...held.items, ...items], nextCursor });
    } else {
      // It may be the cursor that is too old, or the entries above that are not what they were.
      ledgers.delete(nameOf(question));
    }
    return page;
  }

  async function readNewlyBooked(question: Question, held: LedgerPage): Promise<Result<LedgerPage>> {
    const since = held.changesCursor;
    const booked: LedgerEntry[] = [];
    let first: LedgerPage | null = null;
    let after: LedgerPosition | null = null;
    let place: Place = { since };
    for (let pages = 0; pages < MOST_PAGES_OF_CHANGES; pages++) {
      const page = await ask(question.accountId, paramsOf(question, place));
      if (!page.ok && page.error.code !== 'API_REFUSED') return page;
      // Too long ago, or something was put right in what is known: the API does not say how to go on from there.
      if (!page.ok) break;
      const verdict = checkNewlyBooked(page.value, { ...question, after }, held);
      if (!verdict.ok) {
        onBreach(verdict.breach);
        break;
      }
      first ??= page.value;
      booked.push(...page.value.items);
      if (verdict.next === null || page.value.nextCursor === null) {
        return { ok: true, value: grown(question, held, { ...first, items: booked }) };
      }
      after = verdict.next;
      place = { since, cursor: page.value.nextCursor };
    }
    ledgers.delete(nameOf(question));
    return readFirst(question);
  }

  /** What is told beside the entries is taken from where the newest of them were told. */
  function grown(question: Question, known: LedgerPage, newest: LedgerPage): LedgerPage {
    const held = ledgers.get(nameOf(question));
    // Meanwhile somebody may have read on, and somebody else may have read the same.
    const isAsKnown = held?.changesCursor === known.changesCursor;
    const { items, nextCursor } = isAsKnown ? held : known;
    const ledger = { ...newest, items: [...newest.items, ...items], nextCursor };
    if (isAsKnown) keep(question, ledger);
    return ledger;
  }

  async function askPage(
    question: Question,
    place: Place,
    after: LedgerPosition | null,
  ): Promise<Result<LedgerPage>> {
    const page = await ask(question.accountId, paramsOf(question, place));
    if (!page.ok) return page;
    const verdict = checkLedgerPage(page.value, { ...question, after });
    if (!verdict.ok) {
      onBreach(verdict.breach);
      return { ok: false, error: { code: 'API_BROKEN_ANSWER' } };
    }
    if (verdict.next && page.value.nextCursor !== null && !isOver) {
      positions.set(nameOf(question, page.value.nextCursor), verdict.next);
    }
    return page;
  }

  function keep(question: Question, ledger: LedgerPage): void {
    if (isOver) return;
    const name = nameOf(question);
    ledgers.delete(name);
    const oldest = ledgers.size >= MOST_LEDGERS ? ledgers.keys().next() : null;
    if (oldest && !oldest.done) ledgers.delete(oldest.value);
    ledgers.set(name, ledger);
  }
}

function listed({ changesCursor: _, ...ledger }: LedgerPage): ListedLedger {
  return ledger;
}

/** A cursor is good for the question that it answered. */
function nameOf({ accountId, from, to, limit }: Question, cursor: string | null = null): string {
  return JSON.stringify([accountId, from, to, limit, cursor]);
}

function paramsOf({ from, to, limit }: Question, place: Place): ListLedgerEntriesParams {
  return { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }), ...place, limit };
}
