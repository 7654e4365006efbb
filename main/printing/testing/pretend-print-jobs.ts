import type { PrepareDocument, PrintJobs } from '../print-jobs.ts';
import type { PaperSize } from '../printer.ts';

export interface PretendPrintJobs extends Pick<PrintJobs, 'start'> {
  /** Has the document prepared that was last to be printed; undefined when none was. */
  prepared(paper?: PaperSize): ReturnType<PrepareDocument> | undefined;
}

/** Takes whatever is to be printed, and prints nothing. */
export function pretendPrintJobs(): PretendPrintJobs {
  let last: PrepareDocument | null = null;
  return {
    start(prepare) {
      last = prepare;
      return { ok: true, value: { jobId: 'job-1' } };
    },
    prepared: (paper = 'a4') => last?.(new AbortController().signal, paper),
  };
}
