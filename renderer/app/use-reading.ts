import { useCallback, useEffect, useState } from 'react';
import type { CallInput, CallOutput, Failure } from '../../preload/contract.ts';
import { ask, type FallibleChannel } from './kiosk.ts';

export type Reading<Value> =
  | { name: 'loading' }
  | { name: 'ready'; value: Value }
  | { name: 'failed'; error: Failure };

type Answered<C extends FallibleChannel> = Extract<CallOutput<C>, { ok: true }>['value'];

const LOADING = { name: 'loading' } as const;

/**
 * What a channel answers, read when its screen appears, whenever the input is another one, and whenever it is asked
 * for again. Only the answer to the latest question is ever shown.
 */
export function useReading<C extends FallibleChannel>(
  channel: C,
  input: CallInput<C>,
): { state: Reading<Answered<C>>; readAgain(): void } {
  const [attempt, setAttempt] = useState(0);
  const [known, setKnown] = useState<{ question: string; state: Reading<Answered<C>> } | null>(null);
  const question = `${attempt} ${channel} ${JSON.stringify(input)}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the question names the channel, the input and the attempt
  useEffect(() => {
    let gone = false;
    void ask(channel, input).then((answer) => {
      if (gone) return;
      setKnown({
        question,
        state: answer.ok ? { name: 'ready', value: answer.value } : { name: 'failed', error: answer.error },
      });
    });
    return () => {
      gone = true;
    };
  }, [question]);

  const readAgain = useCallback(() => setAttempt((before) => before + 1), []);

  return { state: known?.question === question ? known.state : LOADING, readAgain };
}
