import { useEffect, useRef, useState } from 'react';
import type { PrintJob } from '../../../preload/contract.ts';
import { ask } from '../../app/kiosk.ts';

/** The test page asked for last, and how it goes on. */
export function useTestPage(): { state: PrintJob['state'] | null; print(printerId: string | null): void } {
  const [state, setState] = useState<PrintJob['state'] | null>(null);
  const jobId = useRef<string | null>(null);

  useEffect(
    () =>
      window.kiosk.on('printing.changed', (job) => {
        if (job.jobId === jobId.current) setState(job.state);
      }),
    [],
  );

  const print = async (printerId: string | null) => {
    setState({ name: 'preparing' });
    const answer = await ask('staff.testPage', { printerId });
    if (answer.ok) jobId.current = answer.value.jobId;
    else setState({ name: 'failed', error: answer.error });
  };

  return { state, print: (printerId) => void print(printerId) };
}
