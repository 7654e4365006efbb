import { describe, expect, test } from 'vitest';
import type { LedgerEntry, LedgerPage } from '../../../preload/contract.ts';
import {
  EMPTY_LEDGER,
  type Ledger,
  SHOWN_ENTRIES_MAX,
  whileLoading,
  withFailure,
  withPage,
} from './ledger-pages.ts';

describe('a ledger', () => {
  test('of one page is complete with it', () => {
    const ledger = withPage(EMPTY_LEDGER, page({ first: 1, count: 7, nextCursor: null }));

    expect(ledger.entries).toHaveLength(7);
    expect(ledger.phase).toEqual({ name: 'complete' });
  });

  test('goes on where the page before ended', () => {
    const first = withPage(EMPTY_LEDGER, page({ first: 1, count: 100, nextCursor: 'b' }));
    const both = withPage(whileLoading(first), page({ first: 101, count: 50, nextCursor: null }));

    expect(first.phase).toEqual({ name: 'partial' });
    expect(first.cursor).toBe('b');
    expect(both.entries.map(({ id }) => id)).toEqual(ids(1, 150));
    expect(both.phase).toEqual({ name: 'complete' });
  });

  test('shows an entry once, even if two pages carry it', () => {
    const first = withPage(EMPTY_LEDGER, page({ first: 1, count: 10, nextCursor: 'b' }));
    const both = withPage(first, page({ first: 8, count: 10, nextCursor: null }));

    expect(both.entries.map(({ id }) => id)).toEqual(ids(1, 17));
  });

  test('keeps what it has when the next page fails, and knows where to try again', () => {
    const first = withPage(EMPTY_LEDGER, page({ first: 1, count: 100, nextCursor: 'b' }));
    const failed = withFailure(whileLoading(first), { code: 'API_TIMEOUT' });

    expect(failed.entries).toHaveLength(100);
    expect(failed.cursor).toBe('b');
    expect(failed.phase).toEqual({ name: 'failed', error: { code: 'API_TIMEOUT' } });
  });

  test('of an empty period is complete and empty', () => {
    const ledger = withPage(EMPTY_LEDGER, page({ first: 1, count: 0, nextCursor: null }));

    expect(ledger).toMatchObject({ entries: [], phase: { name: 'complete' } });
  });

  test('that is longer than a screen can show stops and says so', () => {
    const ledger = pages(SHOWN_ENTRIES_MAX / 100, 'more');

    expect(ledger.entries).toHaveLength(SHOWN_ENTRIES_MAX);
    expect(ledger.phase).toEqual({ name: 'tooMany' });
  });

  test('of exactly as many as a screen can show is complete', () => {
    const ledger = pages(SHOWN_ENTRIES_MAX / 100, null);

    expect(ledger.entries).toHaveLength(SHOWN_ENTRIES_MAX);
    expect(ledger.phase).toEqual({ name: 'complete' });
  });

  test('never shows more than that, whatever a page brings', () => {
    const ledger = withPage(EMPTY_LEDGER, page({ first: 1, count: 100_000, nextCursor: null }));

    expect(ledger.entries).toHaveLength(SHOWN_ENTRIES_MAX);
    expect(ledger.phase).toEqual({ name: 'tooMany' });
  });

  test('shows what is being recorded as it was told with the newest entries', () => {
    const paid = { paymentId: 'p1', paidOn: '2018-07-11', amountCents: 2_774 };
    const first = withPage(EMPTY_LEDGER, {
      ...page({ first: 1, count: 100, nextCursor: 'b' }),
      beingRecorded: [paid],
    });
    // Booked meanwhile, on a page that was read before.
    const both = withPage(first, page({ first: 101, count: 50, nextCursor: null }));

    expect(both.beingRecorded).toEqual([paid]);
  });

  test('does not turn in a circle when a cursor leads to itself', () => {
    const first = withPage(EMPTY_LEDGER, page({ first: 1, count: 10, nextCursor: 'b' }));
    const again = withPage(first, page({ first: 1, count: 10, nextCursor: 'b' }));

    expect(again.phase).toEqual({ name: 'failed', error: { code: 'API_BROKEN_ANSWER' } });
  });
});

function pages(pageCount: number, lastCursor: string | null): Ledger {
  let ledger = EMPTY_LEDGER;
  for (let at = 0; at < pageCount; at += 1) {
    const nextCursor = at === pageCount - 1 ? lastCursor : `page-${at + 1}`;
    ledger = withPage(ledger, page({ first: at * 100 + 1, count: 100, nextCursor }));
  }
  return ledger;
}

function page(wish: { first: number; count: number; nextCursor: string | null }): LedgerPage {
  return {
    entries: ids(wish.first, wish.count).map(entry),
    nextCursor: wish.nextCursor,
    openingBalanceCents: 0,
    closingBalanceCents: 0,
    beingRecorded: [],
    entryCount: wish.count,
  };
}

function entry(id: string): LedgerEntry {
  return {
    id,
    postedOn: '2018-06-26',
    label: 'APL 06/18',
    direction: 'credit',
    amountCents: 19_195,
    balanceAfterCents: 0,
  };
}

function ids(first: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `entry-${first + index}`);
}
