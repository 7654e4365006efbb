import { useEffect, useRef, useState } from 'react';
import type { ErrorCode, Failure, Result } from '../../../preload/contract.ts';

export interface Followed<Progress> {
  /** As it was last told. */
  progress: Progress | null;
  /** False while nobody knows how it stands. */
  isReachable: boolean;
  /** Why nothing more will be told. */
  over: Failure | null;
}

/** Of these the next try may be better. */
const PASSING: readonly ErrorCode[] = ['API_UNREACHABLE', 'API_TIMEOUT', 'API_BROKEN_ANSWER'];
const SECONDS_BETWEEN_LOOKS = 2;

/** Asks again and again what a telephone does, until the calling component goes. Another `about` begins anew. */
export function useFollow<Progress>(
  about: unknown,
  look: () => Promise<Result<Progress>>,
): Followed<Progress> {
  const [followed, setFollowed] = useState<Followed<Progress>>({
    progress: null,
    isReachable: true,
    over: null,
  });
  const asking = useRef(look);
  asking.current = look;

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is followed is named by it
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const lookOnce = async () => {
      const answer = await asking.current();
      if (isGone) return;
      if (answer.ok) {
        setFollowed({ progress: answer.value, isReachable: true, over: null });
      } else if (PASSING.includes(answer.error.code)) {
        setFollowed((before) => ({ ...before, isReachable: false }));
      } else {
        setFollowed((before) => ({ ...before, over: answer.error }));
        return;
      }
      timer = setTimeout(lookOnce, SECONDS_BETWEEN_LOOKS * 1_000);
    };
    setFollowed({ progress: null, isReachable: true, over: null });
    void lookOnce();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [about]);

  return followed;
}
