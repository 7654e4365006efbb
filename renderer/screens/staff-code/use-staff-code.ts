import { useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../preload/contract.ts';
import { ask } from '../../app/kiosk.ts';

/** As main takes them, see STAFF_CODE in preload/contract.ts. */
const FEWEST_FIGURES = 6;
const MOST_FIGURES = 12;

/** Nobody leaves a half-typed code behind. */
const CLOSES_AFTER_MS = 30_000;
/** Whoever waits for the end of a short delay finds the pad still there. A long one is waited for elsewhere. */
const LONGEST_DELAY_WAITED_MS = 60_000;

export type StaffCodeState =
  | { name: 'typing' }
  | { name: 'checking' }
  | { name: 'refused'; error: Failure; attempt: number };

export function useStaffCode(onClose: () => void) {
  const [code, setCode] = useState('');
  const [state, setState] = useState<StaffCodeState>({ name: 'typing' });
  const attempts = useRef(0);
  const isComplete = code.length >= FEWEST_FIGURES;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each figure and each answer begins the time anew
  useEffect(() => {
    const timer = setTimeout(onClose, CLOSES_AFTER_MS + delayMsOf(state));
    return () => clearTimeout(timer);
  }, [code, state, onClose]);

  const enter = async () => {
    if (!isComplete || state.name === 'checking') return;
    attempts.current += 1;
    setState({ name: 'checking' });
    const answer = await ask('staff.enter', { code });
    setCode('');
    // What comes next is the session's to say; its next state takes the pad away.
    if (answer.ok) return;
    setState({ name: 'refused', error: answer.error, attempt: attempts.current });
  };

  return {
    code,
    state,
    isComplete,
    setCode: (typed: string) => setCode(typed.replace(/\D/g, '').slice(0, MOST_FIGURES)),
    enter: () => void enter(),
  };
}

/** What there is to wait for before a code can be typed again. */
function delayMsOf(state: StaffCodeState): number {
  const delayMs = state.name === 'refused' ? (state.error.retryAfterSeconds ?? 0) * 1_000 : 0;
  return delayMs <= LONGEST_DELAY_WAITED_MS ? delayMs : 0;
}
