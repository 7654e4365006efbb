/** The jobs of a run that was cut off: whoever wanted that paper is gone, and it should not come out for the next. */
import type { Log } from '../../log/log.ts';
import type { IppConnection } from './ipp-connection.ts';
import { integer, keyword } from './ipp-message.ts';

/** A kiosk has three jobs at most; a printer that names more is not asked about them for ever. */
const MOST_JOBS = 12;

/** @param isOwn whether it is of this run, by its name */
export async function callOffLeftovers(
  { ask, times }: IppConnection,
  isOwn: (jobName: string) => boolean,
  log: Log,
): Promise<void> {
  const limits = { timeoutMs: times.answerMs };
  const listed = await ask(
    {
      operation: 'Get-Jobs',
      operationAttributes: {
        'requested-attributes': ['job-id', 'job-name'],
        'which-jobs': 'not-completed',
        'my-jobs': true,
      },
    },
    limits,
  );
  if (!listed.ok || !listed.answer.isSuccess) return;
  for (const job of listed.answer.jobs.slice(0, MOST_JOBS)) {
    const id = integer(job, 'job-id');
    const name = keyword(job, 'job-name');
    if (id === null || name === null || isOwn(name)) continue;
    const called = await ask({ operation: 'Cancel-Job', operationAttributes: { 'job-id': id } }, limits);
    log.info('printing.leftover-called-off', { printersJob: id, ok: called.ok && called.answer.isSuccess });
  }
}
