/** What was last asked of the printer: a member of staff who helps can have it asked for again. It goes with the page. */
import type { Result } from '../../preload/contract.ts';

type AskedPrint = () => Promise<Result<{ jobId: string }>>;

let last: AskedPrint | null = null;

export const lastPrint = {
  read: () => last,
  remember(print: AskedPrint): void {
    last = print;
  },
};
