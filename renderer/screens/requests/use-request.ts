import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../../preload/contract.ts';
import type { Request } from '../../../preload/request-contract.ts';
import { ask } from '../../app/kiosk.ts';

export type RequestState =
  | { name: 'loading' }
  | { name: 'ready'; request: Request }
  | { name: 'failed'; error: Failure };

/** One request, read when it is opened and whenever it is asked for again. */
export function useRequest(requestId: string): { state: RequestState; readAgain(): void } {
  const [state, setState] = useState<RequestState>({ name: 'loading' });
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is a new question
  useEffect(() => {
    let gone = false;
    void ask('request.read', { requestId }).then((answer) => {
      if (gone) return;
      setState(
        answer.ok ? { name: 'ready', request: answer.value } : { name: 'failed', error: answer.error },
      );
    });
    return () => {
      gone = true;
    };
  }, [requestId, attempt]);

  const readAgain = useCallback(() => {
    setState({ name: 'loading' });
    setAttempt((before) => before + 1);
  }, []);

  return { state, readAgain };
}
