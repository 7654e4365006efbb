import { expect, test } from 'vitest';
import { createHeldLists, type ListPage, type Place } from './held-lists.ts';

interface Thing {
  id: string;
  on: string;
  state?: string;
}

const LIST = 'lease-1';
const [newest, older, oldest] = [
  { id: 'c', on: '2018-07-03' },
  { id: 'b', on: '2018-07-02' },
  { id: 'a', on: '2018-07-01' },
];

test('a list is read once, and after that only what has changed', async () => {
  const { lists, asked } = arrange(
    page([newest, older, oldest]),
    page(
      [
        { ...older, state: 'booked' },
        { id: 'd', on: '2018-07-04' },
      ],
      { changesCursor: 'later' },
    ),
    page([]),
  );
  await lists.read(LIST, null);

  const changed = await lists.read(LIST, null);
  await lists.read(LIST, null);

  expect(itemsOf(changed)).toEqual([
    { id: 'd', on: '2018-07-04' },
    newest,
    { ...older, state: 'booked' },
    oldest,
  ]);
  expect(asked).toEqual([{}, { since: 'first' }, { since: 'later' }]);
});

test('what is gone from a list is gone here', async () => {
  const { lists } = arrange(page([newest, older]), page([], { removedIds: ['c'] }));
  await lists.read(LIST, null);

  expect(itemsOf(await lists.read(LIST, null))).toEqual([older]);
});

test('what got another place in the list is moved there', async () => {
  const { lists } = arrange(page([newest, older, oldest]), page([{ ...oldest, on: '2018-07-05' }]));
  await lists.read(LIST, null);

  expect(itemsOf(await lists.read(LIST, null))).toEqual([{ ...oldest, on: '2018-07-05' }, newest, older]);
});

test('somebody who has read on finds all of it again', async () => {
  const { lists, asked } = arrange(page([newest], { nextCursor: 'p2' }), page([older]), page([]));
  const first = await lists.read(LIST, null);

  const second = await lists.read(LIST, 'p2');
  const again = await lists.read(LIST, null);

  expect(first).toMatchObject({ ok: true, value: { nextCursor: 'p2' } });
  expect(second).toMatchObject({ ok: true, value: { items: [older], nextCursor: null } });
  expect(again).toEqual({ ok: true, value: { items: [newest, older], nextCursor: null } });
  expect(asked).toEqual([{}, { cursor: 'p2' }, { since: 'first' }]);
});

test('what has changed beyond what was read comes with its own page, and nothing comes twice', async () => {
  const { lists } = arrange(
    page([newest], { nextCursor: 'p2' }),
    page([{ ...oldest, state: 'booked' }]),
    page([older, { ...oldest, state: 'booked' }]),
    page([]),
  );
  await lists.read(LIST, null);

  const changed = await lists.read(LIST, null);
  await lists.read(LIST, 'p2');

  expect(itemsOf(changed)).toEqual([newest]);
  expect(itemsOf(await lists.read(LIST, null))).toEqual([newest, older, { ...oldest, state: 'booked' }]);
});

test('changes that fill several pages are all read, under the same question', async () => {
  const { lists, asked } = arrange(
    page([]),
    page([newest], { nextCursor: 'p2', changesCursor: 'later' }),
    page([older], { changesCursor: 'later' }),
  );
  await lists.read(LIST, null);

  expect(itemsOf(await lists.read(LIST, null))).toEqual([newest, older]);
  expect(asked).toEqual([{}, { since: 'first' }, { since: 'first', cursor: 'p2' }]);
});

test('the list is read anew when the API does not know any more what has changed', async () => {
  const { lists, asked } = arrange(page([older]), { refused: true }, page([newest]));
  await lists.read(LIST, null);

  expect(itemsOf(await lists.read(LIST, null))).toEqual([newest]);
  expect(asked).toEqual([{}, { since: 'first' }, {}]);
});

test('what was read stays when the line is cut', async () => {
  const { lists } = arrange(page([older]), { cut: true }, page([newest]));
  await lists.read(LIST, null);

  const cut = await lists.read(LIST, null);

  expect(cut).toEqual({ ok: false, error: { code: 'API_UNREACHABLE' } });
  expect(itemsOf(await lists.read(LIST, null))).toEqual([newest, older]);
});

test('two lists are two, and a list that was forgotten is read anew', async () => {
  const { lists, asked } = arrange(page([older]), page([newest]), page([oldest]));
  await lists.read(LIST, null);

  const other = await lists.read('lease-2', null);
  lists.forget();

  expect(itemsOf(other)).toEqual([newest]);
  expect(itemsOf(await lists.read(LIST, null))).toEqual([oldest]);
  expect(asked).toEqual([{}, {}, {}]);
});

test.each([
  ['tells the same thing twice', [page([older, older])], 'repeated-item'],
  ['brings nothing and promises more', [page([], { nextCursor: 'p2' })], 'cursor-loop'],
])('a page that %s is not believed', async (_, pages, breach) => {
  const { lists, breaches } = arrange(...pages);

  expect(await lists.read(LIST, null)).toEqual({ ok: false, error: { code: 'API_BROKEN_ANSWER' } });
  expect(breaches).toEqual([breach]);
});

test('changes that never end are not believed', async () => {
  const endless = Array.from({ length: 20 }, (_, index) => page([newest], { nextCursor: `p${index}` }));
  const { lists, breaches } = arrange(page([]), ...endless);
  await lists.read(LIST, null);

  expect(await lists.read(LIST, null)).toEqual({ ok: false, error: { code: 'API_BROKEN_ANSWER' } });
  expect(breaches).toEqual(['too-many-pages']);
});

test('a short list is read whole once, and after that only what has changed', async () => {
  const { lists, asked } = arrange(
    page([newest], { nextCursor: 'p2' }),
    page([older]),
    page([{ ...older, state: 'refused' }]),
  );

  const whole = await lists.readWhole(LIST);
  const changed = await lists.readWhole(LIST);

  expect(whole).toEqual({ ok: true, value: [newest, older] });
  expect(changed).toEqual({ ok: true, value: [newest, { ...older, state: 'refused' }] });
  expect(asked).toEqual([{}, { cursor: 'p2' }, { since: 'first' }]);
});

test.each([
  [
    'tells the same thing on two pages',
    [page([newest], { nextCursor: 'p2' }), page([newest])],
    'repeated-item',
  ],
  [
    'has no end',
    Array.from({ length: 5 }, (_, index) =>
      page([{ id: `${index}`, on: '2018' }], { nextCursor: `p${index}` }),
    ),
    'too-many-pages',
  ],
])('a short list that %s is not believed', async (_, pages, breach) => {
  const { lists, breaches } = arrange(...pages);

  expect(await lists.readWhole(LIST)).toEqual({ ok: false, error: { code: 'API_BROKEN_ANSWER' } });
  expect(breaches).toEqual([breach]);
});

type Scripted = ListPage<Thing> | { refused: true } | { cut: true };

function arrange(...answers: Scripted[]) {
  const asked: Place[] = [];
  const breaches: string[] = [];
  const lists = createHeldLists<Thing>({
    async ask(_list, place) {
      asked.push(place);
      const answer = answers.shift();
      if (!answer) throw new TypeError('more was asked than the test answers');
      if ('refused' in answer) return { ok: false, error: { code: 'API_REFUSED' } };
      if ('cut' in answer) return { ok: false, error: { code: 'API_UNREACHABLE' } };
      return { ok: true, value: answer };
    },
    orderOf: ({ on }) => on,
    onBreach: (breach) => breaches.push(breach),
  });
  return { lists, asked, breaches };
}

function page(items: Thing[], changes: Partial<ListPage<Thing>> = {}): ListPage<Thing> {
  return { items, nextCursor: null, changesCursor: 'first', removedIds: [], ...changes };
}

function itemsOf(answer: Awaited<ReturnType<ReturnType<typeof arrange>['lists']['read']>>): Thing[] {
  if (!answer.ok) throw new TypeError(answer.error.code);
  return answer.value.items;
}
