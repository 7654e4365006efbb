import type { Account } from '../books.ts';
import type { DrawnPaper } from './draw-paper.ts';
import { leasePapersOf } from './lease-papers.ts';
import { rentMonthsOf } from './rent-months.ts';

/** A paper of this account, with all that stands on it; null when it has none of this name. */
export function findPaper(account: Account, paperId: string, today: string): DrawnPaper | null {
  for (const { papers, ...month } of rentMonthsOf(account, today)) {
    const paper = papers.find(({ id }) => id === paperId);
    if (paper) return { ...paper, month };
  }
  const paper = leasePapersOf(account.lease, today).find(({ id }) => id === paperId);
  return paper ? { ...paper, month: null } : null;
}
