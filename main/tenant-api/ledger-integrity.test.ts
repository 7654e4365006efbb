import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LedgerEntry, LedgerPage } from './generated/model/index.ts';
import {
  checkLedgerPage,
  checkNewlyBooked,
  type LedgerPosition,
  type LedgerVerdict,
} from './ledger-integrity.ts';

/** The ledger of the leaflet: 27,74 € are owed. */
const leaflet: LedgerPage = {
  items: [
    entry('7', '2018-07-10', 'credit', 4_386, 2_774),
    entry('6', '2018-06-26', 'credit', 19_195, 7_160),
    entry('5', '2018-06-26', 'debit', 23_857, 26_355),
    entry('4', '2018-06-26', 'credit', 2_774, 2_498),
    entry('3', '2018-06-26', 'credit', 2_774, 5_272),
    entry('2', '2018-06-26', 'credit', 2_774, 8_046),
    entry('1', '2018-06-26', 'debit', 10_820, 10_820),
  ],
  nextCursor: null,
  changesCursor: 'changes',
  recentPayments: [],
  openingBalanceCents: 0,
  closingBalanceCents: 2_774,
  entryCount: 7,
};

describe('one page', () => {
  test('of the leaflet adds up', () => {
    expect(check(leaflet)).toEqual({ ok: true, next: null });
  });

  test('of an empty period adds up when nothing changed', () => {
    const empty = { ...leaflet, items: [], entryCount: 0, openingBalanceCents: 2_774 };

    expect(check(empty)).toEqual({ ok: true, next: null });
    expect(check({ ...empty, openingBalanceCents: 0 })).toEqual({ ok: false, breach: 'opening-balance' });
  });

  test.each<[string, LedgerPage, string]>([
    ['an older entry above a newer one', reordered(leaflet), 'order'],
    [
      'an entry twice',
      { ...leaflet, items: leaflet.items.map((item) => ({ ...item, id: '1' })) },
      'repeated-entry',
    ],
    ['a closing balance of its own', { ...leaflet, closingBalanceCents: 2_773 }, 'closing-balance'],
    ['an opening balance of its own', { ...leaflet, openingBalanceCents: 1 }, 'opening-balance'],
    ['fewer entries than it says', { ...leaflet, entryCount: 8 }, 'entry-count'],
    ['a next page although all is told', { ...leaflet, nextCursor: 'more' }, 'entry-count'],
    [
      'a next page after an empty one',
      { ...leaflet, items: [], nextCursor: 'more', openingBalanceCents: 2_774 },
      'entry-count',
    ],
  ])('with %s is refused', (_what, page, breach) => {
    expect(check(page)).toEqual({ ok: false, breach });
  });

  test('with days outside the period, or more entries than asked for, is refused', () => {
    const asked = { from: null, to: null, limit: 200, after: null };

    expect(checkLedgerPage(leaflet, { ...asked, from: '2018-07-01' })).toEqual({
      ok: false,
      breach: 'another-period',
    });
    expect(checkLedgerPage(leaflet, { ...asked, to: '2018-07-09' })).toEqual({
      ok: false,
      breach: 'another-period',
    });
    expect(checkLedgerPage(leaflet, { ...asked, limit: 6 })).toEqual({
      ok: false,
      breach: 'more-than-asked',
    });
  });
});

describe('any ledger', () => {
  test('adds up however it is cut into pages', () => {
    fc.assert(
      fc.property(anyLedger(), fc.integer({ min: 1, max: 7 }), (ledger, limit) => {
        expect(readThrough(pagesOf(ledger, limit), limit)).toEqual({ ok: true, next: null });
      }),
    );
  });

  test('does not add up any more when one figure of it is changed', () => {
    fc.assert(
      fc.property(
        anyLedger(1),
        fc.nat(),
        fc.constantFrom('amountCents', 'balanceAfterCents'),
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 1, max: 7 }),
        (ledger, position, figure, difference, limit) => {
          const at = position % ledger.items.length;
          const items = ledger.items.map((item, index) =>
            index === at ? { ...item, [figure]: item[figure as 'amountCents'] + difference } : item,
          );

          expect(readThrough(pagesOf({ ...ledger, items }, limit), limit).ok).toBe(false);
        },
      ),
    );
  });

  test('does not add up any more when a debit is said to be a credit', () => {
    fc.assert(
      fc.property(anyLedger(1), fc.nat(), (ledger, position) => {
        const at = position % ledger.items.length;
        fc.pre(ledger.items[at]?.amountCents !== 0);
        const items = ledger.items.map((item, index) =>
          index === at ? { ...item, direction: item.direction === 'debit' ? 'credit' : 'debit' } : item,
        ) as LedgerEntry[];

        expect(readThrough(pagesOf({ ...ledger, items }, 200), 200).ok).toBe(false);
      }),
    );
  });

  test('does not add up any more when an entry is missing, or a page', () => {
    fc.assert(
      fc.property(anyLedger(2), fc.nat(), (ledger, position) => {
        const at = position % ledger.items.length;
        const items = ledger.items.toSpliced(at, 1);
        const pages = pagesOf(ledger, 1);

        expect(readThrough(pagesOf({ ...ledger, items }, 200), 200).ok).toBe(false);
        expect(readThrough(pages.toSpliced(at, 1), 1)).not.toEqual({ ok: true, next: null });
      }),
    );
  });

  test('is not read round in circles', () => {
    fc.assert(
      fc.property(anyLedger(2), (ledger) => {
        const [first] = pagesOf(ledger, 1);
        const circle = Array.from({ length: ledger.items.length + 1 }, () => first as LedgerPage);

        expect(readThrough(circle, 1).ok).toBe(false);
      }),
    );
  });
});

describe('what was booked since a ledger was read', () => {
  test('goes on from it, wherever that was, and however it is cut into pages', () => {
    fc.assert(
      fc.property(anyLedger(), fc.nat(), fc.integer({ min: 1, max: 7 }), (ledger, position, limit) => {
        const { known, booked } = splitAt(ledger, position);

        expect(readOn(pagesOf(booked, limit), known, limit)).toEqual({ ok: true, next: null });
      }),
    );
  });

  test('is not believed when anything that was known has been put right meanwhile', () => {
    fc.assert(
      fc.property(
        anyLedger(1),
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 1_000_000 }),
        (ledger, position, corrected, difference) => {
          const { known, booked } = splitAt(ledger, position);
          fc.pre(known.items.length > 0);
          const at = corrected % known.items.length;
          const wrong = known.items[at]?.direction === 'debit' ? difference : -difference;
          const putRight = {
            ...booked,
            closingBalanceCents: booked.closingBalanceCents + wrong,
            items: booked.items.map((item) => ({
              ...item,
              balanceAfterCents: item.balanceAfterCents + wrong,
            })),
          };

          expect(readOn([putRight], known, 200).ok).toBe(false);
        },
      ),
    );
  });

  test('is not believed when one figure of it is changed, or an entry is missing or told twice', () => {
    fc.assert(
      fc.property(
        anyLedger(1),
        fc.nat(),
        fc.nat(),
        fc.constantFrom('amountCents', 'balanceAfterCents', 'missing', 'twice'),
        (ledger, position, place, harm) => {
          const { known, booked } = splitAt(ledger, position);
          fc.pre(booked.items.length > 0);
          const at = place % booked.items.length;
          const items = booked.items.flatMap((item, index) => {
            if (index !== at) return [item];
            if (harm === 'missing') return [];
            if (harm === 'twice') return [item, item];
            return [{ ...item, [harm]: item[harm as 'amountCents'] + 1 }];
          });

          expect(readOn([{ ...booked, items }], known, 200).ok).toBe(false);
        },
      ),
    );
  });
});

function check(page: LedgerPage): LedgerVerdict {
  return checkLedgerPage(page, { from: null, to: null, limit: 200, after: null });
}

/** Reads pages as a kiosk does, each going on from the one before, and answers the first breach or the last verdict. */
function readThrough(pages: readonly LedgerPage[], limit: number): LedgerVerdict {
  let after: LedgerPosition | null = null;
  let verdict: LedgerVerdict = { ok: true, next: null };
  for (const page of pages) {
    verdict = checkLedgerPage(page, { from: null, to: null, limit, after });
    if (!verdict.ok) return verdict;
    after = verdict.next;
  }
  return verdict;
}

/** The same for pages of what was booked since `known`. */
function readOn(pages: readonly LedgerPage[], known: LedgerPage, limit: number): LedgerVerdict {
  let after: LedgerPosition | null = null;
  let verdict: LedgerVerdict = { ok: true, next: null };
  for (const page of pages) {
    verdict = checkNewlyBooked(page, { from: null, to: null, limit, after }, known);
    if (!verdict.ok) return verdict;
    after = verdict.next;
  }
  return verdict;
}

/** A ledger as somebody knew it before its newest entries were booked, and those. */
function splitAt(ledger: LedgerPage, position: number): { known: LedgerPage; booked: LedgerPage } {
  const at = position % (ledger.items.length + 1);
  const items = ledger.items.slice(at);
  const closingBalanceCents = items[0]?.balanceAfterCents ?? ledger.openingBalanceCents;
  return {
    known: { ...ledger, items, closingBalanceCents, entryCount: items.length },
    booked: { ...ledger, items: ledger.items.slice(0, at) },
  };
}

function pagesOf(ledger: LedgerPage, limit: number): LedgerPage[] {
  const pages: LedgerPage[] = [];
  for (let start = 0; start === 0 || start < ledger.items.length; start += limit) {
    const end = start + limit;
    const nextCursor = end < ledger.items.length ? `after-${end}` : null;
    pages.push({ ...ledger, items: ledger.items.slice(start, end), nextCursor });
  }
  return pages;
}

function anyLedger(minLength = 0): fc.Arbitrary<LedgerPage> {
  const booking = fc.record({
    day: fc.integer({ min: 0, max: 5_000 }),
    direction: fc.constantFrom('debit' as const, 'credit' as const),
    amountCents: fc.integer({ min: 0, max: 1_000_000 }),
  });
  return fc
    .record({
      openingBalanceCents: fc.integer({ min: -1_000_000, max: 1_000_000 }),
      bookings: fc.array(booking, { minLength, maxLength: 30 }),
    })
    .map(({ openingBalanceCents, bookings }) => {
      let balanceCents = openingBalanceCents;
      const items = bookings
        .toSorted((one, other) => one.day - other.day)
        .map(({ day, direction, amountCents }, index) => {
          balanceCents += direction === 'debit' ? amountCents : -amountCents;
          return entry(`e-${index}`, isoDay(day), direction, amountCents, balanceCents);
        })
        .toReversed();
      return {
        items,
        nextCursor: null,
        changesCursor: 'changes',
        recentPayments: [],
        openingBalanceCents,
        closingBalanceCents: balanceCents,
        entryCount: items.length,
      };
    });
}

function entry(
  id: string,
  postedOn: string,
  direction: 'debit' | 'credit',
  amountCents: number,
  balanceAfterCents: number,
): LedgerEntry {
  return { id, postedOn, label: 'LOG 004473', direction, amountCents, balanceAfterCents };
}

function isoDay(daysAfter2005: number): string {
  return new Date(Date.UTC(2005, 0, 1 + daysAfter2005)).toISOString().slice(0, 10);
}

function reordered(ledger: LedgerPage): LedgerPage {
  return {
    ...ledger,
    items: ledger.items.map((item, index) => (index === 0 ? { ...item, postedOn: '2018-01-01' } : item)),
  };
}
