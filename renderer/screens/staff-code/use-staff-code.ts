import { useRef, useState } from 'react';
import { ask } from '../../app/kiosk.ts';
import type { Refused } from './refused-notice.tsx';
import { useCloseWhenLeft } from './use-close-when-left.ts';

/** As main takes them, see STAFF_CODE in preload/contract.ts. */
const FEWEST_FIGURES = 6;
const MOST_FIGURES = 12;

export type StaffCodeState = { name: 'typing' } | { name: 'checking' } | Refused;

export function useStaffCode(onClose: () => void) {
  const [code, setCode] = useState('');
  const [state, setState] = useState<StaffCodeState>({ name: 'typing' });
  const attempts = useRef(0);
  const isComplete = code.length >= FEWEST_FIGURES;

  useCloseWhenLeft(code, state, onClose);

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
