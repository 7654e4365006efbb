import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../../preload/contract.ts';
import type { RequestedChange, TenantProfile } from '../../../preload/profile-contract.ts';
import { ask } from '../../app/kiosk.ts';

export type ProfileState =
  | { name: 'loading' }
  | { name: 'ready'; profile: TenantProfile; changes: readonly RequestedChange[] }
  | { name: 'failed'; error: Failure };

/** What is in force and what waits, read when the screen appears and whenever it is asked for again. */
export function useProfile(): { state: ProfileState; readAgain(): void } {
  const [state, setState] = useState<ProfileState>({ name: 'loading' });
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is a new question
  useEffect(() => {
    let gone = false;
    void ask('profile.read', undefined).then((answer) => {
      if (gone) return;
      setState(answer.ok ? { name: 'ready', ...answer.value } : { name: 'failed', error: answer.error });
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
