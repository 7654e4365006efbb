import fc from 'fast-check';
import type { StatementContent } from '../statement/statement-content.ts';
import { type Posting, statementOf } from './sample-statement.ts';

/** The largest amount of the tenant API: a thousand million euros. */
const MAX_CENTS = 100_000_000_000;

const word = fc.oneof(
  fc.constantFrom(
    'LOG 004473',
    'APL',
    'Chèque bancaire',
    'Prélèvement',
    '06/18',
    'محمد بن علي',
    'Пётр',
    '田',
    '🎉',
  ),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);
const label = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const amountCents = fc.oneof(fc.integer({ min: 0, max: 1_000_00 }), fc.integer({ min: 0, max: MAX_CENTS }));
const posting: fc.Arbitrary<Posting> = fc.tuple(
  fc.constantFrom('2018-01-01', '2018-06-26', '2018-12-31'),
  label,
  fc.constantFrom('debit', 'credit'),
  amountCents,
);

/** Statements that add up, with all sorts of labels and amounts. */
export function arbitraryStatement(maxEntries: number): fc.Arbitrary<StatementContent> {
  return fc
    .record({
      postings: fc.array(posting, { maxLength: maxEntries }),
      openingBalanceCents: fc.integer({ min: -MAX_CENTS, max: MAX_CENTS }),
      locale: fc.constantFrom('fr', 'en'),
    })
    .map(({ postings, ...changes }) => statementOf(postings, changes));
}
