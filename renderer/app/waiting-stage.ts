/** How a wait is told: nothing at first, then that we wait, then why, then a way to leave. */
import { useEffect, useState } from 'react';

export type WaitingStage = 'hidden' | 'shown' | 'explained' | 'leavable';

const STAGES: readonly { stage: WaitingStage; afterMs: number }[] = [
  { stage: 'shown', afterMs: 300 },
  { stage: 'explained', afterMs: 2_000 },
  { stage: 'leavable', afterMs: 10_000 },
];

/** The stage of a wait that began when the calling component appeared. */
export function useWaitingStage(): WaitingStage {
  const [current, setCurrent] = useState<WaitingStage>('hidden');

  useEffect(() => {
    const timers = STAGES.map(({ stage, afterMs }) => setTimeout(() => setCurrent(stage), afterMs));
    return () => timers.forEach(clearTimeout);
  }, []);

  return current;
}
