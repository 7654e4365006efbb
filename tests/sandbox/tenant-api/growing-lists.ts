/** Lists that grow: read by pages the first time, and after that by what has changed since. */
import { createHash } from 'node:crypto';
import { type Answer, ok, problem } from './answer.ts';
import type { Cursors } from './cursors.ts';

export interface GrowingLists {
  /**
   * One page, in the words of the contract; `cursor.invalid` when the place in `query` is none any more.
   * @param list everything that tells this list from another: whose, which
   * @param items all of it, as it is now, in its order
   */
  answer(list: readonly string[], items: readonly Item[], query: Readonly<Record<string, unknown>>): Answer;
}

interface Item {
  readonly id: string;
}

/** What one reading was about when it began. */
interface Reading {
  readonly digests: ReadonlyMap<string, string>;
  /** In the order of the pages. */
  readonly told: readonly string[];
  readonly removedIds: readonly string[];
  readonly changesCursor: string;
}

/** The older ones are forgotten: whoever comes with one reads anew. */
const MOST_READINGS = 1_000;
/** More than the contract lets one answer say is too much to be told as a change. */
const MOST_REMOVED = 200;

export function createGrowingLists(cursors: Cursors): GrowingLists {
  const readings = new Map<number, Reading>();
  let last = 0;

  return {
    answer(list, items, query) {
      const { cursor, since, limit } = query as { cursor?: string; since?: string; limit: number };
      const question = [...list, since ?? ''];
      const found = cursor === undefined ? begin(list, items, since) : goOn(question, cursor);
      if (!found) return problem('cursor.invalid');

      const { number, reading, start } = found;
      const byId = new Map(items.map((item) => [item.id, item]));
      const present = reading.told.slice(start, start + limit).flatMap((id) => byId.get(id) ?? []);
      const end = start + limit;
      return ok({
        items: present,
        nextCursor: end < reading.told.length ? cursors.seal(question, [number, end]) : null,
        changesCursor: reading.changesCursor,
        removedIds: reading.removedIds,
      });
    },
  };

  function begin(list: readonly string[], items: readonly Item[], since: string | undefined) {
    const digests = new Map(items.map((item) => [item.id, digestOf(item)]));
    if (since === undefined) return remember(list, { digests, told: [...digests.keys()], removedIds: [] });

    const [number = 0] = cursors.open([...list, 'changes'], since) ?? [];
    const before = readings.get(number);
    if (!before) return null;
    const told = [...digests].flatMap(([id, digest]) => (before.digests.get(id) === digest ? [] : [id]));
    const removedIds = [...before.digests.keys()].filter((id) => !digests.has(id));
    if (removedIds.length > MOST_REMOVED) return null;
    // Nothing new: the same answer as the next time, so that it need not be told again.
    if (told.length === 0 && removedIds.length === 0) {
      return { number, reading: { digests, told, removedIds, changesCursor: since }, start: 0 };
    }
    return remember(list, { digests, told, removedIds });
  }

  function goOn(question: readonly string[], cursor: string) {
    const [number = 0, start = 0] = cursors.open(question, cursor) ?? [];
    const reading = readings.get(number);
    return reading ? { number, reading, start } : null;
  }

  function remember(list: readonly string[], begun: Omit<Reading, 'changesCursor'>) {
    last += 1;
    const reading = { ...begun, changesCursor: cursors.seal([...list, 'changes'], [last]) };
    readings.set(last, reading);
    readings.delete(last - MOST_READINGS);
    return { number: last, reading, start: 0 };
  }
}

function digestOf(item: Item): string {
  return createHash('sha256').update(JSON.stringify(item)).digest('base64url');
}
