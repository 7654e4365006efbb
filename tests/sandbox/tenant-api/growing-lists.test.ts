import { expect, test } from 'vitest';
import { createClock } from './clock.ts';
import { createCursors } from './cursors.ts';
import { createGrowingLists } from './growing-lists.ts';

const LIST = ['requests', 'tenant-1'];

type Query = Readonly<Record<string, unknown>>;

interface Page {
  items: { id: string; state: string }[];
  nextCursor: string | null;
  changesCursor: string;
  removedIds: string[];
}

test('a list is told by pages, and then what is new, what is different and what is gone', () => {
  const { read } = arrange();
  const before = [thing('c'), thing('b'), thing('a')];
  const first = read(before, { limit: 2 });
  const second = read(before, { limit: 2, cursor: first.nextCursor });
  const after = [thing('d'), thing('c', 'closed'), thing('a')];

  const changes = read(after, { limit: 1, since: first.changesCursor });
  const moreChanges = read(after, { limit: 1, since: first.changesCursor, cursor: changes.nextCursor });

  expect([first.items, second.items]).toEqual([[thing('c'), thing('b')], [thing('a')]]);
  expect([second.nextCursor, moreChanges.nextCursor]).toEqual([null, null]);
  expect([...changes.items, ...moreChanges.items]).toEqual([thing('d'), thing('c', 'closed')]);
  expect(changes.removedIds).toEqual(['b']);
});

test('what comes in while somebody reads on neither repeats nor hides anything, and is told as a change', () => {
  const { read } = arrange();
  const first = read([thing('b'), thing('a')], { limit: 1 });
  const grown = [thing('c'), thing('b'), thing('a')];

  const second = read(grown, { limit: 1, cursor: first.nextCursor });
  const changes = read(grown, { limit: 1, since: second.changesCursor });

  expect(second).toMatchObject({ items: [thing('a')], nextCursor: null });
  expect(changes).toMatchObject({ items: [thing('c')], nextCursor: null });
});

test('nothing new has the same answer each time, which need not be told again', () => {
  const { read } = arrange();
  const { changesCursor } = read([thing('a')], { limit: 1 });

  const nothing = read([thing('a')], { limit: 1, since: changesCursor });

  expect(nothing).toEqual({ items: [], nextCursor: null, changesCursor, removedIds: [] });
});

test('a place in another list, an old one and one that is none are refused', () => {
  const { lists, pass } = arrange();
  const answer = (query: Query, list = LIST) => lists.answer(list, [thing('b'), thing('a')], query);
  const { nextCursor, changesCursor } = answer({ limit: 1 }).body as Page;
  const refused = { status: 400, body: { code: 'cursor.invalid' } };

  expect(answer({ limit: 1, since: changesCursor }, ['requests', 'tenant-2'])).toMatchObject(refused);
  expect(answer({ limit: 1, since: nextCursor })).toMatchObject(refused);
  expect(answer({ limit: 1, since: 'nothing' })).toMatchObject(refused);
  expect(answer({ limit: 1, cursor: nextCursor, since: changesCursor })).toMatchObject(refused);
  pass(3_600);
  expect(answer({ limit: 1, since: changesCursor })).toMatchObject(refused);
});

function arrange() {
  const clock = createClock();
  const lists = createGrowingLists(createCursors(clock));
  return {
    lists,
    pass: clock.advanceSeconds,
    read: (items: { id: string }[], query: Query) =>
      lists.answer(LIST, items, withoutNull(query)).body as Page,
  };
}

function withoutNull(query: Query): Query {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== null));
}

function thing(id: string, state = 'open') {
  return { id, state };
}
