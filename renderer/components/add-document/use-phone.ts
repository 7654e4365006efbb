import { useEffect, useRef, useState } from 'react';
import type { ErrorCode, Failure, Result } from '../../../preload/contract.ts';
import type { PhonePhase, PhoneProgress } from '../../../preload/document-contract.ts';
import { ask, tell } from '../../app/kiosk.ts';
import type { PhoneCode } from './phone-code.ts';

export type PhoneState =
  | { name: 'opening' }
  | {
      name: 'open';
      url: string;
      code: PhoneCode;
      phase: PhonePhase;
      secondsLeft: number;
      /** False while nobody knows what the telephone does. */
      isReachable: boolean;
    }
  | { name: 'failed'; error: Failure };

/** Of these the next try may be better. */
const PASSING: readonly ErrorCode[] = ['API_UNREACHABLE', 'API_TIMEOUT', 'API_BROKEN_ANSWER'];
const SECONDS_BEFORE_ANOTHER_TRY = 2;

/** Keeps a page open for the person's telephone until the calling component goes, or its files are there. */
export function usePhone(onReceived: () => void): PhoneState {
  const [state, setState] = useState<PhoneState>({ name: 'opening' });
  const received = useRef(onReceived);
  received.current = onReceived;

  useEffect(() => {
    const leaving = new AbortController();
    // Once its files are there, the page is closed by fetching them.
    let isReceived = false;
    void follow(leaving.signal, setState).then((outcome) => {
      if (outcome !== 'received') return;
      isReceived = true;
      received.current();
    });
    return () => {
      leaving.abort();
      if (!isReceived) void tell('document.closePhone', undefined);
    };
  }, []);

  return state;
}

async function follow(
  leaving: AbortSignal,
  show: (state: PhoneState) => void,
): Promise<'received' | 'ended' | 'left'> {
  const [opened, { phoneCode }] = await Promise.all([
    ask('document.openPhone', undefined),
    import('./phone-code.ts'),
  ]);
  if (leaving.aborted) return 'left';
  if (!opened.ok) return failed(opened.error);

  const { url } = opened.value;
  const code = phoneCode(url);
  let { secondsLeft } = opened.value;
  let phase: PhonePhase = 'waiting';
  const endsAt = performance.now() + secondsLeft * 1_000;
  show({ name: 'open', url, code, phase, secondsLeft, isReachable: true });
  while (performance.now() < endsAt) {
    const answer: Result<PhoneProgress> = await ask('document.followPhone', { after: phase });
    if (leaving.aborted) return 'left';
    if (answer.ok) {
      ({ phase, secondsLeft } = answer.value);
      if (phase === 'received') return 'received';
    } else if (!PASSING.includes(answer.error.code)) {
      return failed(answer.error);
    }
    show({ name: 'open', url, code, phase, secondsLeft, isReachable: answer.ok });
    if (!answer.ok) await pause(SECONDS_BEFORE_ANOTHER_TRY, leaving);
    if (leaving.aborted) return 'left';
  }
  return failed({ code: 'PHONE_PAGE_OVER' });

  function failed(error: Failure): 'ended' {
    show({ name: 'failed', error });
    return 'ended';
  }
}

function pause(seconds: number, leaving: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, seconds * 1_000);
  leaving.addEventListener('abort', () => {
    clearTimeout(timer);
    resolve();
  });
  return promise;
}
