import { expect, test } from 'vitest';
import { leafletPostings, statementOf } from '../testing/sample-statement.ts';
import type { StatementContent, StatementEntry } from './statement-content.ts';
import { verifyStatement } from './verify.ts';

test('the ledger of the leaflet adds up', () => {
  const verified = verifyStatement(statementOf(leafletPostings));

  expect(verified).toEqual({ ok: true, totals: { debitCents: 346_77, creditCents: 319_03 } });
});

test('an empty period adds up when nothing changed', () => {
  const content = statementOf([], { openingBalanceCents: 12_00 });

  expect(verifyStatement(content)).toMatchObject({ ok: true });
  expect(verifyStatement({ ...content, closingBalanceCents: 0 })).toMatchObject({ ok: false });
});

test.each<[string, Partial<StatementContent>]>([
  ['closing balance', { closingBalanceCents: 27_75 }],
  ['opening balance', { openingBalanceCents: 1 }],
  ['closing balance of the wrong sign', { closingBalanceCents: -27_74 }],
])('a wrong %s is refused', (_, wrong) => {
  const content = { ...statementOf(leafletPostings), ...wrong };

  expect(verifyStatement(content)).toEqual({ ok: false, fault: 'FIGURES_DO_NOT_ADD_UP' });
});

test.each<[string, Partial<StatementEntry>, string]>([
  ['an amount that was changed', { amountCents: 27_75 }, 'FIGURES_DO_NOT_ADD_UP'],
  ['a debit taken for a credit', { direction: 'debit' }, 'FIGURES_DO_NOT_ADD_UP'],
  ['a running balance that does not follow', { balanceAfterCents: 1 }, 'FIGURES_DO_NOT_ADD_UP'],
  ['a fraction of a cent', { amountCents: 27_74.5 }, 'NOT_WHOLE_CENTS'],
  ['a running balance with a fraction', { balanceAfterCents: 0.1 }, 'NOT_WHOLE_CENTS'],
  ['an amount that is no number', { amountCents: Number.NaN }, 'NOT_WHOLE_CENTS'],
  ['an amount too large to be exact', { amountCents: 2 ** 53 }, 'NOT_WHOLE_CENTS'],
  ['an amount below zero', { amountCents: -27_74 }, 'AMOUNT_NEGATIVE'],
  ['a day that does not exist', { postedOn: '2018-06-31' }, 'DATE_IMPOSSIBLE'],
  ['a day before the period', { postedOn: '2017-12-31' }, 'ENTRY_OUTSIDE_PERIOD'],
  ['a day after the period', { postedOn: '2019-01-01' }, 'ENTRY_OUTSIDE_PERIOD'],
])('%s is refused', (_, wrong, fault) => {
  const content = statementOf(leafletPostings);
  const entries = content.entries.map((entry, index) => (index === 1 ? { ...entry, ...wrong } : entry));

  expect(verifyStatement({ ...content, entries })).toEqual({ ok: false, fault });
});

test('entries in the wrong order are refused, because their balances do not follow', () => {
  const content = statementOf(leafletPostings);

  const verified = verifyStatement({ ...content, entries: content.entries.toReversed() });

  expect(verified).toEqual({ ok: false, fault: 'FIGURES_DO_NOT_ADD_UP' });
});

test('totals too large to be exact are refused, although every entry is exact', () => {
  const half = 2 ** 52;
  const content = statementOf([
    ['2018-01-01', 'A', 'debit', half],
    ['2018-01-02', 'B', 'credit', half],
    ['2018-01-03', 'C', 'debit', half],
  ]);

  expect(verifyStatement(content)).toEqual({ ok: false, fault: 'NOT_WHOLE_CENTS' });
});

test.each<[string, Partial<StatementContent>]>([
  ['a period that ends before it begins', { period: { from: '2018-12-31', to: '2018-01-01' } }],
  ['a day of issue that does not exist', { issuedOn: '2019-02-29' }],
])('%s is refused', (_, wrong) => {
  expect(verifyStatement(statementOf([], wrong))).toEqual({ ok: false, fault: 'DATE_IMPOSSIBLE' });
});
