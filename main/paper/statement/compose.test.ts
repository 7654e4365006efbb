import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block, PaperDocument, TableBlock } from '../layout/document.ts';
import { arbitraryStatement } from '../testing/arbitrary-statement.ts';
import { leafletPostings, statementOf } from '../testing/sample-statement.ts';
import { composeStatement } from './compose.ts';
import type { StatementContent } from './statement-content.ts';
import { verifyStatement } from './verify.ts';

function compose(content: StatementContent): PaperDocument {
  const verified = verifyStatement(content);
  if (!verified.ok) throw new Error(verified.fault);
  return composeStatement(content, verified.totals);
}

function tableOf(paper: PaperDocument): TableBlock {
  const table = paper.body.find((block) => block.kind === 'table');
  if (!table) throw new Error('a statement has a table');
  return table;
}

function textsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'text') return [block.text];
    if (block.kind === 'framed') return textsOf(block.blocks);
    return block.kind === 'columns' ? block.columns.flatMap((column) => textsOf(column.blocks)) : [];
  });
}

/** A printed amount, back in cents. */
function centsOf(cell: string | undefined): number {
  const digits = (cell ?? '').replace('\u2212', '-').replace(/[^\d-]/g, '');
  if (digits === '') throw new Error(`no amount in ${JSON.stringify(cell)}`);
  return Number(digits);
}

test('what is printed is what the ledger sums to, for any ledger', () => {
  fc.assert(
    fc.property(arbitraryStatement(40), (content) => {
      const rows = tableOf(compose(content)).rows.map((row) => row.cells);

      const [total, closing] = rows.slice(-2);
      const sumOf = (direction: string) =>
        content.entries.reduce(
          (sum, entry) => sum + (entry.direction === direction ? entry.amountCents : 0),
          0,
        );
      expect(centsOf(rows[0]?.[4])).toBe(content.openingBalanceCents);
      expect(centsOf(total?.[2])).toBe(sumOf('debit'));
      expect(centsOf(total?.[3])).toBe(sumOf('credit'));
      expect(centsOf(closing?.[4])).toBe(content.openingBalanceCents + sumOf('debit') - sumOf('credit'));
      content.entries.forEach((entry, index) => {
        const cells = rows[index + 1];
        expect(centsOf(cells?.[entry.direction === 'debit' ? 2 : 3])).toBe(entry.amountCents);
        expect(cells?.[entry.direction === 'debit' ? 3 : 2]).toBe('');
        expect(centsOf(cells?.[4])).toBe(entry.balanceAfterCents);
      });
    }),
  );
});

test.each<[string, Partial<StatementContent>, string]>([
  ['a debt', { openingBalanceCents: 27_74 }, 'Vous devez 27,74 €'],
  ['nothing', {}, 'Votre compte est à jour'],
  ['a credit', { openingBalanceCents: -12_00 }, 'En votre faveur : 12,00 €'],
  ['a debt in English', { openingBalanceCents: 27_74, locale: 'en' }, 'You owe €27.74'],
])('%s is told in words', (_, changes, outcome) => {
  const texts = textsOf(compose(statementOf([], changes)).body).map((text) => text.replaceAll('\u00a0', ' '));

  expect(texts).toContain(outcome);
});

test('a period that is not over has its balance on the day of issue', () => {
  const paper = compose(statementOf(leafletPostings, { issuedOn: '2018-09-01' }));

  expect(textsOf(paper.body)).toContain('Au 1er\u00a0septembre\u00a02018');
  expect(tableOf(paper).rows.at(-1)?.cells[1]).toBe('Solde au 1er\u00a0septembre\u00a02018');
});

test('a single day is not told as a period', () => {
  const period = { from: '2018-06-26', to: '2018-06-26' };

  expect(textsOf(compose(statementOf([], { period })).body)).toContain('le 26\u00a0juin\u00a02018');
});

test('the minus sign is explained where there is one, and only there', () => {
  const explains = (content: StatementContent) =>
    textsOf(compose(content).body).some((text) => text.includes('Le signe \u2212'));

  expect(explains(statementOf(leafletPostings))).toBe(false);
  expect(explains(statementOf(leafletPostings, { openingBalanceCents: -500_00 }))).toBe(true);
});
