import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure, PrintJob, Result } from '../../../preload/contract.ts';
import { tell } from '../../app/kiosk.ts';
import { lastPrint } from '../../app/last-print.ts';

/** A printer that does not answer to "cancel" must not hold the person back. */
const LEAVABLE_AFTER_CANCEL_MS = 10_000;

/** Asks main for the print. Answers with its job. */
export type PrintRequest = () => Promise<Result<{ jobId: string }>>;

export interface PrintInHand {
  state: PrintJob['state'];
  /** Null until main has answered. */
  jobId: string | null;
  /** The person asked to stop, and the printer has not said so yet. */
  cancelling: boolean;
  /** …for so long that they may leave without an answer. */
  leavable: boolean;
  /** The pages were looked at, and are wanted. */
  confirm(): void;
  cancel(): void;
  again(): void;
}

const PREPARING: PrintJob['state'] = { name: 'preparing' };
const SENDING: PrintJob['state'] = { name: 'sending' };

/** Asks for the print once, when the screen appears, and follows the job that comes of it. */
export function usePrintJob(
  request: PrintRequest,
  jobs: ReadonlyMap<string, PrintJob['state']>,
): PrintInHand {
  const [jobId, setJobId] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Failure | null>(null);
  const [cancelling, setCancelling] = useState(false);
  const [leavable, setLeavable] = useState(false);
  const [confirmed, setConfirmed] = useState(false);
  const asked = useRef(false);
  const cancelled = useRef(false);

  const start = useCallback(async () => {
    asked.current = true;
    cancelled.current = false;
    setJobId(null);
    setRefusal(null);
    setCancelling(false);
    setLeavable(false);
    setConfirmed(false);
    lastPrint.remember(request);
    const answer = await request();
    if (!answer.ok) return setRefusal(answer.error);
    setJobId(answer.value.jobId);
    if (cancelled.current) await tell('printing.cancel', { jobId: answer.value.jobId });
  }, [request]);

  useEffect(() => {
    // A second run of this effect must not print a second time.
    if (!asked.current) void start();
  }, [start]);

  useEffect(() => {
    if (!cancelling) return;
    const timer = setTimeout(() => setLeavable(true), LEAVABLE_AFTER_CANCEL_MS);
    return () => clearTimeout(timer);
  }, [cancelling]);

  const cancel = () => {
    cancelled.current = true;
    setCancelling(true);
    if (jobId) void tell('printing.cancel', { jobId });
  };

  const confirm = () => {
    setConfirmed(true);
    if (jobId) void tell('printing.confirm', { jobId });
  };

  const heard = (jobId ? jobs.get(jobId) : undefined) ?? PREPARING;
  const told = confirmed && heard.name === 'toConfirm' ? SENDING : heard;
  const state: PrintJob['state'] = refusal ? { name: 'failed', error: refusal } : told;
  return { state, jobId, cancelling, leavable, confirm, cancel, again: () => void start() };
}

export function isOver({ name }: PrintJob['state']): boolean {
  return name === 'completed' || name === 'cancelled' || name === 'failed';
}
