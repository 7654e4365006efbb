import { useRef, useState } from 'react';
import { ask, tell } from '../../app/kiosk.ts';
import { useSessionState } from '../../app/surroundings.ts';
import type { Refused } from '../staff-code/refused-notice.tsx';
import { useCloseWhenLeft } from '../staff-code/use-close-when-left.ts';

/** As main takes them, see STAFF_PIN and STAFF_NAME in preload/assist-contract.ts. */
const FEWEST_FIGURES = 4;
const MOST_FIGURES = 8;
const NAME = /^[a-z][a-z0-9.-]{1,39}$/;

export type StaffPinState = { name: 'typing' } | { name: 'nameWrong' } | { name: 'checking' } | Refused;

export function useStaffPin(hasBadge: boolean, onClose: () => void) {
  const session = useSessionState();
  const [step, setStep] = useState<'name' | 'pin'>(hasBadge ? 'pin' : 'name');
  const [userName, setUserName] = useState('');
  const [pin, setPin] = useState('');
  const [state, setState] = useState<StaffPinState>({ name: 'typing' });
  const attempts = useRef(0);
  const isComplete = pin.length >= FEWEST_FIGURES;

  useCloseWhenLeft(`${userName} ${pin}`, state, onClose);

  const toPin = () => {
    if (!NAME.test(userName.trim().toLowerCase())) return setState({ name: 'nameWrong' });
    setState({ name: 'typing' });
    setStep('pin');
  };

  const enter = async () => {
    if (!isComplete || state.name === 'checking') return;
    attempts.current += 1;
    setState({ name: 'checking' });
    // Somebody has come to the kiosk with the person, and was quicker than them.
    if (session === 'attract') await tell('session.begin', undefined);
    const name = hasBadge ? null : userName.trim().toLowerCase();
    const answer = await ask('assist.signIn', { name, pin });
    setPin('');
    if (answer.ok) return onClose();
    setState({ name: 'refused', error: answer.error, attempt: attempts.current });
  };

  return {
    step,
    userName,
    pin,
    state,
    isComplete,
    setUserName: (typed: string) => {
      setState({ name: 'typing' });
      setUserName(typed);
    },
    setPin: (typed: string) => setPin(typed.replace(/\D/g, '').slice(0, MOST_FIGURES)),
    toPin,
    toName: () => {
      setPin('');
      setState({ name: 'typing' });
      setStep('name');
    },
    enter: () => void enter(),
  };
}
