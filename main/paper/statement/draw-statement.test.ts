import fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { DrawnPaper } from '../drawing.ts';
import { drawnOf } from '../testing/drawn.ts';
import { checkFile, readFonts, readLines, readPages, unpack } from '../testing/read-pdf.ts';
import { leafletPostings, manyPostings, statementOf } from '../testing/sample-statement.ts';
import { drawStatementHere } from './draw-statement.ts';
import type { StatementContent } from './statement-content.ts';

// Other programs read the papers back, and they share the machine.
vi.setConfig({ testTimeout: 30_000 });

async function draw(content: StatementContent): Promise<DrawnPaper> {
  return drawnOf(await drawStatementHere(content));
}

/** As a line is read: no-break spaces are told apart elsewhere. */
function plain(lines: string[]): string[] {
  return lines.map((line) => line.replaceAll('\u00a0', ' '));
}

describe('the statement of the leaflet', () => {
  let drawn: DrawnPaper;
  beforeAll(async () => {
    drawn = await draw(statementOf(leafletPostings));
  });

  test('reads from top to bottom like this', async () => {
    expect(plain(await readLines(drawn.pdf))).toEqual([
      'EKIDOM',
      '65 avenue John Kennedy | Mme Françoise D’Aubigné-Lefèvre',
      '86000 Poitiers | 12 rue de l’Église',
      '05 49 60 33 00 | 86000 Poitiers',
      'Direction territoriale Centre-ville',
      'Relevé de compte',
      'du 1er janvier 2018 au 31 décembre 2018',
      'Numéro de locataire | Numéro de bail | Édité le | Solde au 31/12/2018',
      '0147852 | 004473 | 8 janvier 2019 | 27,74 €',
      'Date | Libellé | Débit | Crédit | Solde',
      'Solde au 31 décembre 2017 | 0,00 €',
      '26/06/2018 | APL 02/18 05/18 | 108,20 € | 108,20 €',
      '26/06/2018 | LOG 004473 03/18 | 27,74 € | 80,46 €',
      '26/06/2018 | LOG 004473 04/18 | 27,74 € | 52,72 €',
      '26/06/2018 | LOG 004473 05/18 | 27,74 € | 24,98 €',
      '26/06/2018 | LOG 004473 06/18 | 238,57 € | 263,55 €',
      '26/06/2018 | APL 06/18 | 191,95 € | 71,60 €',
      '10/07/2018 | Chèque bancaire | 43,86 € | 27,74 €',
      'Total de la période | 346,77 € | 319,03 €',
      'Solde au 31 décembre 2018 | 27,74 €',
      'Au 31 décembre 2018',
      'Vous devez 27,74 €',
      'Débit : ce qui vous est demandé. Crédit : ce qui est payé ou versé pour vous. Solde : ce que vous devez.',
      'Une question sur ce relevé ? Appelez le 05 49 60 33 00 ou venez nous voir : Direction territoriale Centre-ville.',
      'Relevé de compte · bail 004473 · édité le 8 janvier 2019 | Page 1 sur 1',
      'EKIDOM · 05 49 60 33 00',
    ]);
  });

  test.each([
    ['fr', '30 septembre 2026'],
    ['en', '30 September 2026'],
  ] as const)('has room for the longest day of issue in one line (%s)', async (locale, day) => {
    const late = await draw(statementOf(leafletPostings, { issuedOn: '2026-09-30', locale }));

    expect(plain(await readLines(late.pdf))).toContainEqual(expect.stringContaining(`| ${day} |`));
  });

  test('holds its amounts and dates together with no-break spaces, and none that fonts lack', async () => {
    const unpacked = await unpack(drawn.pdf);

    // poppler reads every space as a plain one; the fonts' tables of characters tell them apart.
    expect(unpacked).toMatch(/<[0-9a-f]{4}> <00a0>/);
    expect(unpacked).not.toMatch(/<[0-9a-f]{4}> <202f>/);
  });

  test('needs no more than two fonts', async () => {
    expect(await readFonts(drawn.pdf)).toHaveLength(2);
  });

  test('has the same bytes when it is drawn again, also after another one', async () => {
    await draw(statementOf([['2018-06-26', 'محمد ثبت 田 Пётр', 'debit', 1]], { locale: 'en' }));

    const again = await draw(statementOf(leafletPostings));

    expect(Buffer.from(again.pdf).equals(Buffer.from(drawn.pdf))).toBe(true);
  });
});

test('an empty period says so and keeps its balance', async () => {
  const { pdf, pageCount } = await draw(statementOf([], { openingBalanceCents: 12_00 }));

  const lines = plain(await readLines(pdf));

  expect(pageCount).toBe(1);
  expect(lines).toEqual(
    expect.arrayContaining([
      'Solde au 31 décembre 2017 | 12,00 €',
      'Aucune écriture sur cette période',
      'Total de la période | 0,00 € | 0,00 €',
      'Solde au 31 décembre 2018 | 12,00 €',
    ]),
  );
});

test.each([
  [1, 1],
  [35, 2],
  [36, 2],
  [400, 12],
])('%i entries stand on %i pages, each numbered, none lost', async (entryCount, pageCount) => {
  const content = statementOf(manyPostings(entryCount));

  const drawn = await draw(content);

  const pages = (await readPages(drawn.pdf)).map(plain);
  const entries = pages.flat().filter((line) => /^\d\d\/\d\d\/2018 /.test(line));
  expect(drawn.pageCount).toBe(pageCount);
  expect(pages).toHaveLength(pageCount);
  expect(entries).toHaveLength(entryCount);
  pages.forEach((lines, index) => {
    expect(lines.at(-2)).toMatch(new RegExp(`Page ${index + 1} sur ${pageCount}$`));
    expect(lines).toContain('Date | Libellé | Débit | Crédit | Solde');
  });
  expect(await checkFile(drawn.pdf)).toContain('No syntax or stream encoding errors found');
});

test('a paper that is too large to be packed is a sound file too', async () => {
  const { pdf, pageCount } = await draw(statementOf(manyPostings(1_000)));

  expect(pageCount).toBe(29);
  expect(await checkFile(pdf)).toContain('No syntax or stream encoding errors found');
});

const MILLIONS: [string, string, 'debit' | 'credit', number][] = [
  ['2018-06-26', 'LOG', 'debit', 1_000_000_00],
  ['2018-06-26', 'LOG', 'credit', 1_000_000_00],
];

/** Each of its ten papers is drawn whole, and read by a program of its own; a busy machine takes its time. */
const PROPERTY_PATIENCE_MS = 120_000;

test(
  'the totals that poppler reads on the paper are the sums of the ledger',
  async () => {
    const posting = fc.tuple(
      fc.constant('2018-06-26'),
      fc.constant('LOG'),
      fc.constantFrom('debit' as const, 'credit' as const),
      fc.integer({ min: 0, max: 1_000_000_00 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(posting, { maxLength: 6 }),
        fc.integer(),
        async (postings, openingBalanceCents) => {
          const { pdf } = await draw(statementOf(postings, { openingBalanceCents }));

          const lines = plain(await readLines(pdf));
          const totals = lines
            // Beside millions there is less room for words: the end of either line may stand under it.
            .find((line) => line.startsWith('Total de'))
            ?.match(/−?[\d ]+,\d\d(?= €)/g);
          // Beside three amounts of millions, the day of the balance stands on a line of its own.
          const closing = lines
            .findLast((line) => line.startsWith('Solde au'))
            ?.match(/−?[\d ]+,\d\d(?= €)/g);
          const cents = (text = '') => Number(text.replace('−', '-').replace(/[ ,]/g, ''));
          const sumOf = (wanted: string) =>
            postings.reduce((sum, [, , direction, amount]) => sum + (direction === wanted ? amount : 0), 0);
          expect(totals?.map(cents)).toEqual([sumOf('debit'), sumOf('credit')]);
          expect(cents(closing?.[0])).toBe(openingBalanceCents + sumOf('debit') - sumOf('credit'));
        },
      ),
      { numRuns: 10, examples: [[MILLIONS, -930_142_077]] },
    );
  },
  PROPERTY_PATIENCE_MS,
);

test('an Arabic name is joined, reads from right to left, and can be searched', async () => {
  const { pdf, missingGlyphs } = await draw(
    statementOf([['2018-06-26', 'Virement 06/18 محمد', 'credit', 12_00]], {
      tenant: { displayName: 'M. محمد بن علي العائشي', number: '0147853' },
    }),
  );

  const text = (await readLines(pdf)).join('\n');

  expect(missingGlyphs).toBe(0);
  expect(text).toContain('M. محمد بن علي العائشي');
  expect(text).toContain('Virement 06/18 محمد');
  expect((await readFonts(pdf)).join('\n')).toMatch(/NotoSansArabic-Bold.*\n.*NotoSansArabic-Regular/);
});

test('what no font can draw is visibly replaced and counted', async () => {
  const { pdf, missingGlyphs } = await draw(
    statementOf([['2018-06-26', 'Virement 田中\u0007 🎉', 'credit', 12_00]]),
  );

  const lines = plain(await readLines(pdf));

  expect(missingGlyphs).toBe(3);
  expect(lines).toContain('26/06/2018 | Virement �� � | 12,00 € | −12,00 €');
});

test('English papers are English', async () => {
  const { pdf } = await draw(statementOf(leafletPostings, { locale: 'en' }));

  const lines = plain(await readLines(pdf));

  expect(lines).toEqual(
    expect.arrayContaining([
      'Account statement',
      'from 1 January 2018 to 31 December 2018',
      'Date | Description | Debit | Credit | Balance',
      'You owe €27.74',
    ]),
  );
  expect(lines.at(-2)).toMatch(/Page 1 of 1$/);
});

test('hundreds of millions fit, each on one line', async () => {
  const { pdf } = await draw(
    statementOf([
      ['2018-06-26', 'LOG 004473 06/18', 'debit', 100_000_000_00],
      ['2018-06-27', 'Remboursement', 'credit', 200_000_000_00],
    ]),
  );

  expect(plain(await readLines(pdf)).join('\n')).toMatch(
    /^27\/06\/2018 .*Remboursement .*200 000 000,00 € .*−100 000 000,00 €$/m,
  );
});

test('figures that do not add up are not drawn', async () => {
  const outcome = await drawStatementHere({ ...statementOf(leafletPostings), closingBalanceCents: 0 });

  expect(outcome).toEqual({ ok: false, fault: 'FIGURES_DO_NOT_ADD_UP' });
});
