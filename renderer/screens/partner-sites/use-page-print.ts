import { useEffect, useState } from 'react';
import type { PrintJob } from '../../../preload/contract.ts';
import { ask, tell } from '../../app/kiosk.ts';

export interface PagePrintInHand {
  state: PrintJob['state'];
  cancel(): void;
}

/** Asks for the print once, when it appears, and follows the job that comes of it. */
export function usePagePrint(): PagePrintInHand {
  const [states, setStates] = useState<ReadonlyMap<string, PrintJob['state']>>(new Map());
  const [jobId, setJobId] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<PrintJob['state'] | null>(null);

  useEffect(() => {
    let gone = false;
    // From before the question: an event may overtake the answer that names its job.
    const stop = window.kiosk.on('printing.changed', (job) =>
      setStates((before) => new Map(before).set(job.jobId, job.state)),
    );
    // A turn later: a screen that is drawn and taken away at once prints nothing.
    const timer = setTimeout(async () => {
      const answer = await ask('partner.print', undefined);
      if (gone) return;
      if (answer.ok) setJobId(answer.value.jobId);
      else setRefusal({ name: 'failed', error: answer.error });
    });
    return () => {
      gone = true;
      clearTimeout(timer);
      stop();
    };
  }, []);

  const state = refusal ?? (jobId ? states.get(jobId) : undefined) ?? { name: 'preparing' };
  const cancel = () => {
    if (jobId) void tell('printing.cancel', { jobId });
  };
  return { state, cancel };
}
