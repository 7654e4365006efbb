/** How long a statement takes to be drawn, from its content to its last byte, with the paper worker already there. */
import { drawStatement, forgetPaper, type StatementContent } from '../../../main/paper/paper.ts';
import { median } from '../quantiles.ts';

const ROUNDS = 5;

export interface StatementPaper {
  statement1PageMs: number;
  statement12PagesMs: number;
  statement100PagesMs: number;
}

export async function measureStatementPaper(): Promise<StatementPaper> {
  try {
    return {
      statement1PageMs: await measurePages(1),
      statement12PagesMs: await measurePages(12),
      statement100PagesMs: await measurePages(100),
    };
  } finally {
    await forgetPaper();
  }
}

async function measurePages(pages: number): Promise<number> {
  const content = await contentOf(pages);
  const durations: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = performance.now();
    await draw(content);
    durations.push(performance.now() - before);
  }
  return median(durations);
}

/** Grows the statement until it fills that many pages, so that the figure keeps its meaning when the layout changes. */
export async function contentOf(pages: number): Promise<StatementContent> {
  let low = 1;
  let high = pages * 60;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((await draw(statementOf(middle))).pageCount < pages) low = middle + 1;
    else high = middle;
  }
  return statementOf(low);
}

async function draw(content: StatementContent): Promise<{ pageCount: number }> {
  const drawn = await drawStatement(content);
  if (!drawn.ok) throw new Error(`the statement was refused: ${drawn.error.code}`);
  return drawn.value;
}

export function statementOf(entryCount: number): StatementContent {
  let balanceAfterCents = 0;
  const entries = Array.from({ length: entryCount }, (_, index) => {
    const isRent = index % 2 === 0;
    const amountCents = isRent ? 23_857 : 19_195;
    balanceAfterCents += isRent ? amountCents : -amountCents;
    return {
      postedOn: '2018-06-26',
      label: isRent ? 'LOG 004473 06/18' : 'APL 06/18',
      direction: isRent ? ('debit' as const) : ('credit' as const),
      amountCents,
      balanceAfterCents,
    };
  });
  return {
    landlord: {
      name: 'EKIDOM',
      addressLines: ['65 avenue John Kennedy', '86000 Poitiers'],
      phone: '05 36 49 10 00',
    },
    agency: { name: 'Direction territoriale Centre' },
    tenant: { displayName: 'Mme Jeanne Martin', number: '004473' },
    lease: { number: '004473', addressLines: ['3 rue des Écoles', '86000 Poitiers'] },
    period: { from: '2018-01-01', to: '2018-12-31' },
    issuedOn: '2018-12-31',
    locale: 'fr',
    openingBalanceCents: 0,
    entries,
    closingBalanceCents: balanceAfterCents,
  };
}
