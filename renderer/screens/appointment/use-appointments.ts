import { useCallback, useEffect, useState } from 'react';
import type { Appointment } from '../../../preload/appointment-contract.ts';
import type { Failure } from '../../../preload/contract.ts';
import { ask } from '../../app/kiosk.ts';

export type AppointmentsState =
  | { name: 'loading' }
  | { name: 'ready'; appointments: readonly Appointment[] }
  | { name: 'failed'; error: Failure };

/** Those that are to come, read when the screen appears and whenever it is asked for again. */
export function useAppointments(): { state: AppointmentsState; readAgain(): void } {
  const [state, setState] = useState<AppointmentsState>({ name: 'loading' });
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is a new question
  useEffect(() => {
    let gone = false;
    void ask('appointment.list', undefined).then((answer) => {
      if (gone) return;
      setState(
        answer.ok ? { name: 'ready', appointments: answer.value } : { name: 'failed', error: answer.error },
      );
    });
    return () => {
      gone = true;
    };
  }, [attempt]);

  const readAgain = useCallback(() => {
    setState({ name: 'loading' });
    setAttempt((before) => before + 1);
  }, []);

  return { state, readAgain };
}
