/** The kiosk's printing as the composition root puts it together, and what it tells, for tests on real printers. */
import { randomBytes } from 'node:crypto';
import { expect, vi } from 'vitest';
import { silentLog } from '../../main/log/log.ts';
import { askPrinter } from '../../main/printing/drivers/ipp-exchange.ts';
import { createIppPrinter } from '../../main/printing/drivers/ipp-printer.ts';
import { createPrintJobs, type PreparedDocument, type PrintJobs } from '../../main/printing/print-jobs.ts';
import { onlyPrinter } from '../../main/printing/printers-of-role.ts';
import type { PrintJob } from '../../preload/contract.ts';

type StateName = PrintJob['state']['name'];
type Times = NonNullable<Parameters<typeof createIppPrinter>[0]['times']>;

/** A busy machine may take its time; a state that never comes fails the test with what came instead. */
export const SOON = { timeout: 20_000, interval: 10 };
export const QUICK: Times = { pollMs: 50, busyRetryMs: 50, lostAfterMs: 500, answerMs: 500 };

/** A kiosk's printing, and all that it told. */
export function printFor(uri: string, { times = QUICK, ask = askPrinter } = {}) {
  const news: PrintJob[] = [];
  const printer = createIppPrinter({ id: 'a4', uri, paper: 'a4', log: silentLog, times, ask });
  const jobs = createPrintJobs({
    printers: onlyPrinter({ id: 'a4', paper: 'a4', printer }),
    log: silentLog,
    onChange: (job) => news.push(job),
  });
  return { printer, jobs, news };
}

export type Kiosk = ReturnType<typeof printFor>;

export function aDocument(pageCount = 1) {
  return { pdf: Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(20_000)]), pageCount };
}

export function start(jobs: PrintJobs, document: PreparedDocument = aDocument()): string {
  const started = jobs.start(async () => ({ ok: true, value: document }));
  if (!started.ok) throw new Error(started.error.code);
  return started.value.jobId;
}

export function names({ news }: Kiosk): StateName[] {
  return news.map(({ state }) => state.name);
}

export async function becomes({ news }: Kiosk, wanted: Partial<PrintJob['state']>): Promise<void> {
  await vi.waitFor(() => expect(news.at(-1)?.state).toMatchObject(wanted), SOON);
}

export async function ends({ news }: Kiosk): Promise<PrintJob['state']> {
  await vi.waitFor(
    () => expect(['completed', 'cancelled', 'failed']).toContain(news.at(-1)?.state.name),
    SOON,
  );
  const last = news.at(-1);
  if (!last) throw new Error('Nothing was told.');
  return last.state;
}

export function failed(code: string) {
  return { name: 'failed', error: { code } };
}
