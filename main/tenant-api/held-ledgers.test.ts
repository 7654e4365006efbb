import { describe, expect, test } from 'vitest';
import type { LedgerEntry, LedgerPage, ListLedgerEntriesParams } from './generated/model/index.ts';
import { createHeldLedgers } from './held-ledgers.ts';

const WHOLE = { accountId: 'acc-1', cursor: null, limit: 3 };

/** 10,00 € more is owed with each: `e1` brings the balance to 10,00 €, `e4` to 40,00 €. */
const [e1, e2, e3, e4, e5, e6] = [1, 2, 3, 4, 5, 6].map(entry) as [
  LedgerEntry,
  LedgerEntry,
  LedgerEntry,
  LedgerEntry,
  LedgerEntry,
  LedgerEntry,
];

describe('a ledger that was read', () => {
  test('is read once, and after that only what was booked since', async () => {
    const { ledgers, asked } = arrange(
      page([e2, e1], { changesCursor: 'at-2' }),
      page([e4, e3], { changesCursor: 'at-4' }),
      page([], { closingBalanceCents: 4_000, entryCount: 4, changesCursor: 'at-4' }),
    );
    const first = await ledgers.read(WHOLE);

    const grown = await ledgers.read(WHOLE);
    const same = await ledgers.read(WHOLE);

    expect(first).toEqual(told([e2, e1]));
    expect(grown).toEqual(told([e4, e3, e2, e1]));
    expect(same).toEqual(grown);
    expect(asked).toEqual([{ limit: 3 }, { since: 'at-2', limit: 3 }, { since: 'at-4', limit: 3 }]);
  });

  test('that nothing was booked on, and then something, is told as it is', async () => {
    const nothing = page([], { closingBalanceCents: 0, entryCount: 0 });
    const { ledgers } = arrange(nothing, nothing, page([e1]));
    await ledgers.read(WHOLE);

    expect(await ledgers.read(WHOLE)).toEqual(told([], { closingBalanceCents: 0, entryCount: 0 }));
    expect(await ledgers.read(WHOLE)).toEqual(told([e1]));
  });

  test('says with its newest entries which payments they hold', async () => {
    const paid = {
      paymentId: '0197a0a0-0000-7000-8000-00007f3a21c9',
      amountCents: 1_000,
      paidAt: '2018-07-12T09:00:00Z',
    };
    const { ledgers } = arrange(
      page([e1], { recentPayments: [{ ...paid, booked: false }] }),
      page([e2], { recentPayments: [{ ...paid, booked: true }] }),
    );
    await ledgers.read(WHOLE);

    expect(await ledgers.read(WHOLE)).toEqual(
      told([e2, e1], { recentPayments: [{ ...paid, booked: true }] }),
    );
  });

  test('of several pages keeps the older ones, with what was booked above them', async () => {
    const { ledgers, asked } = arrange(
      page([e4, e3], { nextCursor: 'older', entryCount: 4 }),
      page([e2, e1], { closingBalanceCents: 4_000, entryCount: 4 }),
      page([e5], { entryCount: 5 }),
    );
    await ledgers.read(WHOLE);

    const older = await ledgers.read({ ...WHOLE, cursor: 'older' });
    const again = await ledgers.read(WHOLE);

    expect(older).toEqual(told([e2, e1], { closingBalanceCents: 4_000, entryCount: 4 }));
    expect(again).toEqual(told([e5, e4, e3, e2, e1]));
    expect(asked.slice(1)).toEqual([
      { cursor: 'older', limit: 3 },
      { since: 'changes', limit: 3 },
    ]);
  });

  test('that grew before the older pages were asked for is whole all the same', async () => {
    const { ledgers } = arrange(
      page([e4, e3], { nextCursor: 'older', entryCount: 4 }),
      page([e5], { entryCount: 5, changesCursor: 'at-5' }),
      page([e2, e1], { closingBalanceCents: 4_000, entryCount: 4 }),
      page([], { closingBalanceCents: 5_000, entryCount: 5, changesCursor: 'at-5' }),
    );
    await ledgers.read(WHOLE);

    const grown = await ledgers.read(WHOLE);
    await ledgers.read({ ...WHOLE, cursor: 'older' });

    expect(grown).toEqual(told([e5, e4, e3], { nextCursor: 'older', entryCount: 5 }));
    expect(await ledgers.read(WHOLE)).toEqual(told([e5, e4, e3, e2, e1]));
  });

  test('gets all that was booked, when that fills several pages', async () => {
    const { ledgers, asked } = arrange(
      page([e1]),
      page([e6, e5, e4], { nextCursor: 'more', entryCount: 6 }),
      page([e3, e2], { closingBalanceCents: 6_000, entryCount: 6 }),
    );
    await ledgers.read(WHOLE);

    expect(await ledgers.read(WHOLE)).toEqual(told([e6, e5, e4, e3, e2, e1]));
    expect(asked.slice(1)).toEqual([
      { since: 'changes', limit: 3 },
      { since: 'changes', cursor: 'more', limit: 3 },
    ]);
  });

  test('is another one for another lease, period or length of page', async () => {
    const { ledgers, asked } = arrange(page([e1]), page([e1]), page([e1]), page([e1]));

    await ledgers.read(WHOLE);
    await ledgers.read({ ...WHOLE, accountId: 'acc-2' });
    await ledgers.read({ ...WHOLE, from: '2018-01-01', to: '2018-12-31' });
    await ledgers.read({ ...WHOLE, limit: 200 });

    expect(asked.every(({ since }) => since === undefined)).toBe(true);
  });
});

describe('a ledger is read anew', () => {
  test.each([
    ['when the place is too old, or something was put right', { refused: true as const }, []],
    [
      'when what was booked does not go on from the balance that is known',
      page([e4], { entryCount: 3 }),
      ['opening-balance'],
    ],
    ['when an entry is told again', page([e3, e2]), ['repeated-entry']],
    ['when one was booked before those that are known', page([{ ...e3, postedOn: '2017-01-01' }]), ['order']],
    [
      'when the balance at the beginning of the period is another',
      page([e3], { openingBalanceCents: 1 }),
      ['opening-balance'],
    ],
    [
      'when nothing was booked and the balance is another',
      page([], { closingBalanceCents: 1, entryCount: 2 }),
      ['opening-balance'],
    ],
    [
      'when nothing was booked and there are fewer entries',
      page([], { closingBalanceCents: 2_000, entryCount: 1 }),
      ['entry-count'],
    ],
    ['when there are more entries than are told', page([e3], { entryCount: 4 }), ['entry-count']],
    ['when a balance does not follow', page([{ ...e3, amountCents: 999 }]), ['opening-balance']],
  ])('%s', async (_, answer, expected) => {
    const { ledgers, asked, breaches } = arrange(page([e2, e1]), answer, page([e3, e2, e1]));
    await ledgers.read(WHOLE);

    expect(await ledgers.read(WHOLE)).toEqual(told([e3, e2, e1]));
    expect(asked).toEqual([{ limit: 3 }, { since: 'changes', limit: 3 }, { limit: 3 }]);
    expect(breaches).toEqual(expected);
  });

  test('and nothing is shown when it does not add up then either', async () => {
    const { ledgers } = arrange(page([e1]), page([e3]), page([e3, e1]), page([e1]));
    await ledgers.read(WHOLE);

    expect(await ledgers.read(WHOLE)).toEqual({ ok: false, error: { code: 'API_BROKEN_ANSWER' } });
    expect(await ledgers.read(WHOLE)).toEqual(told([e1]));
  });

  test('when its changes have no end', async () => {
    const endless = [6, 5, 4, 3, 2].map((number) =>
      page([entry(number)], {
        nextCursor: `before-${number}`,
        closingBalanceCents: 6_000,
        entryCount: 100,
        openingBalanceCents: 0,
      }),
    );
    const { ledgers } = arrange(page([e1]), ...endless, page([e1]));
    await ledgers.read(WHOLE);

    expect(await ledgers.read(WHOLE)).toEqual(told([e1]));
  });

  test('after an older page was refused', async () => {
    const { ledgers, asked } = arrange(
      page([e4, e3], { nextCursor: 'older', entryCount: 4 }),
      { refused: true },
      page([e5], { openingBalanceCents: 4_000, entryCount: 1 }),
    );
    await ledgers.read(WHOLE);

    const older = await ledgers.read({ ...WHOLE, cursor: 'older' });
    await ledgers.read(WHOLE);

    expect(older).toEqual({ ok: false, error: { code: 'API_REFUSED' } });
    expect(asked.at(-1)).toEqual({ limit: 3 });
  });
});

test('what was read stays when the line is cut', async () => {
  const { ledgers, asked } = arrange(page([e1]), { cut: true }, page([e2]));
  await ledgers.read(WHOLE);

  const cut = await ledgers.read(WHOLE);

  expect(cut).toEqual({ ok: false, error: { code: 'API_UNREACHABLE' } });
  expect(await ledgers.read(WHOLE)).toEqual(told([e2, e1]));
  expect(asked.at(-1)).toEqual({ since: 'changes', limit: 3 });
});

test('those days as they were read are had without asking, once all of them were', async () => {
  const { ledgers, asked } = arrange(
    page([e4, e3], { nextCursor: 'older', entryCount: 4 }),
    page([e2, e1], { closingBalanceCents: 4_000, entryCount: 4 }),
  );
  const days = { accountId: 'acc-1', from: '2018-06-01', to: '2018-06-30' };
  expect(ledgers.readWhole(days)).toBeNull();
  await ledgers.read({ ...days, cursor: null, limit: 2 });
  expect(ledgers.readWhole(days)).toBeNull();
  await ledgers.read({ ...days, cursor: 'older', limit: 2 });

  expect(ledgers.readWhole(days)).toEqual(told([e4, e3, e2, e1]).value);
  expect(ledgers.readWhole({ ...days, to: '2018-06-3' })).toBeNull();
  expect(ledgers.readWhole({ ...days, accountId: 'acc-2' })).toBeNull();
  ledgers.forget();
  expect(ledgers.readWhole(days)).toBeNull();
  expect(asked).toHaveLength(2);
});

test('two who ask at once are both told the truth, and what is kept is told once', async () => {
  const { ledgers } = arrange(
    page([e1]),
    page([e2], { changesCursor: 'at-2' }),
    page([e2], { changesCursor: 'at-2' }),
    page([e3], { changesCursor: 'at-3' }),
  );
  await ledgers.read(WHOLE);

  const both = await Promise.all([ledgers.read(WHOLE), ledgers.read(WHOLE)]);

  expect(both).toEqual([told([e2, e1]), told([e2, e1])]);
  expect(await ledgers.read(WHOLE)).toEqual(told([e3, e2, e1]));
});

test('at the end of the session nothing is left, and nothing that is on its way is kept', async () => {
  const { ledgers, asked } = arrange(page([e1]), page([e2]), page([e1]));
  await ledgers.read(WHOLE);
  const onItsWay = ledgers.read(WHOLE);

  ledgers.forget();
  await onItsWay;
  await ledgers.read(WHOLE);

  expect(asked).toEqual([{ limit: 3 }, { since: 'changes', limit: 3 }, { limit: 3 }]);
});

test('a cursor that was not handed out for this question is refused unasked', async () => {
  const { ledgers, asked } = arrange(page([e4, e3], { nextCursor: 'older', entryCount: 4 }));
  await ledgers.read(WHOLE);

  const answers = await Promise.all([
    ledgers.read({ ...WHOLE, cursor: 'made-up' }),
    ledgers.read({ ...WHOLE, cursor: 'older', accountId: 'acc-2' }),
  ]);

  for (const answer of answers) expect(answer).toEqual({ ok: false, error: { code: 'INPUT_INVALID' } });
  expect(asked).toHaveLength(1);
});

type Scripted = LedgerPage | { refused: true } | { cut: true };

function arrange(...answers: Scripted[]) {
  const asked: ListLedgerEntriesParams[] = [];
  const breaches: string[] = [];
  const ledgers = createHeldLedgers({
    async ask(_accountId, params) {
      asked.push(params);
      const answer = answers.shift();
      if (!answer) throw new TypeError('more was asked than the test answers');
      if ('refused' in answer) return { ok: false, error: { code: 'API_REFUSED' } };
      if ('cut' in answer) return { ok: false, error: { code: 'API_UNREACHABLE' } };
      return { ok: true, value: answer };
    },
    onBreach: (breach) => breaches.push(breach),
  });
  return { ledgers, asked, breaches };
}

/** As many entries in all as the newest one's number says, unless told otherwise. */
function page(items: LedgerEntry[], changes: Partial<LedgerPage> = {}): LedgerPage {
  const closingBalanceCents = items[0]?.balanceAfterCents ?? 0;
  return {
    items,
    nextCursor: null,
    changesCursor: 'changes',
    openingBalanceCents: 0,
    closingBalanceCents,
    entryCount: closingBalanceCents / 1_000,
    recentPayments: [],
    ...changes,
  };
}

function told(items: LedgerEntry[], changes: Partial<LedgerPage> = {}) {
  const { changesCursor: _, ...ledger } = page(items, changes);
  return { ok: true, value: ledger };
}

function entry(number: number): LedgerEntry {
  return {
    id: `e${number}`,
    postedOn: `2018-06-0${number}`,
    label: 'LOG 004473',
    direction: 'debit',
    amountCents: 1_000,
    balanceAfterCents: number * 1_000,
  };
}
