/**
 * Lists that grow, as far as they were read: page by page the first time, and after that by what has changed.
 * In memory only, for as long as a person is signed in.
 */
import type { Result } from '../../preload/contract.ts';

/** What every list that grows answers: see `since` in openapi.yaml. */
export interface ListPage<Item> {
  items: Item[];
  nextCursor: string | null;
  /** What to give as `since` the next time. */
  changesCursor: string;
  /** Of what is in the list no more; nothing without `since`. */
  removedIds: string[];
}

export interface Place {
  cursor?: string;
  since?: string;
}

export interface HeldLists<Item> {
  /**
   * `cursor` null: the list as far as it has been read in this session, with what has changed since.
   * Otherwise `nextCursor` of an answer: what comes after that. API_BROKEN_ANSWER when the pages do not end.
   */
  read(list: string, cursor: string | null): Promise<Result<{ items: Item[]; nextCursor: string | null }>>;
  /** All of it, of a list that is short; on the next time, what has changed. API_BROKEN_ANSWER as well. */
  readWhole(list: string): Promise<Result<Item[]>>;
  forget(): void;
}

interface Held<Item> {
  items: Item[];
  nextCursor: string | null;
  changesCursor: string;
}

export type ListBreach = 'repeated-item' | 'cursor-loop' | 'too-many-pages';

/** More than that has hardly changed while somebody stood at a kiosk. */
const MAX_PAGES_OF_CHANGES = 20;

/** More than anybody has of what is read whole. */
const MAX_PAGES_OF_WHOLE = 5;

export function createHeldLists<Item extends { id: string }>(parts: {
  ask: (list: string, place: Place) => Promise<Result<ListPage<Item>>>;
  /** By what the list is in order: the greatest stands first. */
  orderOf: (item: Item) => string;
  onBreach: (breach: ListBreach) => void;
}): HeldLists<Item> {
  const { ask, orderOf, onBreach } = parts;
  const lists = new Map<string, Held<Item>>();

  return { read, readWhole, forget: () => lists.clear() };

  async function read(list: string, cursor: string | null) {
    const held = lists.get(list);
    if (cursor !== null) return readNext(list, cursor);
    return held ? readChanges(list, held) : readFirst(list);
  }

  async function readWhole(list: string): Promise<Result<Item[]>> {
    let found = await read(list, null);
    for (let pages = 1; found.ok && found.value.nextCursor !== null; pages++) {
      if (pages >= MAX_PAGES_OF_WHOLE) {
        lists.delete(list);
        return broken('too-many-pages');
      }
      const { length } = found.value.items;
      const next = await readNext(list, found.value.nextCursor);
      if (!next.ok) return next;
      const held = lists.get(list);
      // Forgotten meanwhile, as its cursor was too old for somebody else: whoever asks again reads anew.
      if (!held) return { ok: false, error: { code: 'API_BROKEN_ANSWER' } };
      if (held.items.length < length + next.value.items.length) {
        lists.delete(list);
        return broken('repeated-item');
      }
      found = { ok: true, value: held };
    }
    return found.ok ? { ok: true, value: found.value.items } : found;
  }

  async function readFirst(list: string) {
    const page = await askPage(list, {});
    if (!page.ok) return page;
    const { items, nextCursor, changesCursor } = page.value;
    return keep(list, { items, nextCursor, changesCursor });
  }

  async function readNext(list: string, cursor: string) {
    const page = await askPage(list, { cursor });
    if (!page.ok) {
      // It may be the cursor that is too old: from the beginning, the next time.
      lists.delete(list);
      return page;
    }
    const { items, nextCursor } = page.value;
    const held = lists.get(list);
    if (held?.nextCursor === cursor) {
      const told = new Set(items.map(({ id }) => id));
      keep(list, { ...held, items: [...held.items.filter(({ id }) => !told.has(id)), ...items], nextCursor });
    }
    return { ok: true, value: { items, nextCursor } } as const;
  }

  async function readChanges(list: string, held: Held<Item>) {
    const changed: Item[] = [];
    const removed = new Set<string>();
    let place: Place = { since: held.changesCursor };
    for (let pages = 0; pages < MAX_PAGES_OF_CHANGES; pages++) {
      const page = await askPage(list, place);
      if (!page.ok) {
        if (page.error.code !== 'API_REFUSED') return page;
        // Too long ago for the API to know what has changed.
        lists.delete(list);
        return readFirst(list);
      }
      const { items, nextCursor, changesCursor, removedIds } = page.value;
      changed.push(...items);
      for (const id of removedIds) removed.add(id);
      if (nextCursor === null) {
        // Meanwhile somebody may have read on.
        const now = lists.get(list) ?? held;
        return keep(list, { ...now, items: merged(now, changed, removed), changesCursor });
      }
      place = { since: held.changesCursor, cursor: nextCursor };
    }
    lists.delete(list);
    return broken('too-many-pages');
  }

  function merged(held: Held<Item>, changed: readonly Item[], removed: ReadonlySet<string>): Item[] {
    const items = held.items.filter(({ id }) => !removed.has(id));
    for (const item of changed) {
      const index = items.findIndex(({ id }) => id === item.id);
      const before = items[index];
      if (before && orderOf(before) === orderOf(item)) {
        items[index] = item;
        continue;
      }
      if (before) items.splice(index, 1);
      const place = items.findIndex((other) => orderOf(other) <= orderOf(item));
      if (place >= 0) items.splice(place, 0, item);
      // What stands after all that was read comes with its own page.
      else if (held.nextCursor === null) items.push(item);
    }
    return items;
  }

  async function askPage(list: string, place: Place): Promise<Result<ListPage<Item>>> {
    const page = await ask(list, place);
    if (!page.ok) return page;
    const { items, nextCursor } = page.value;
    if (new Set(items.map(({ id }) => id)).size !== items.length) return broken('repeated-item');
    // A page that brings nothing and promises more would never end.
    if (nextCursor !== null && items.length === 0) return broken('cursor-loop');
    return page;
  }

  function keep(list: string, held: Held<Item>) {
    lists.set(list, held);
    return { ok: true, value: { items: held.items, nextCursor: held.nextCursor } } as const;
  }

  function broken(breach: ListBreach): Result<never> {
    onBreach(breach);
    return { ok: false, error: { code: 'API_BROKEN_ANSWER' } };
  }
}
