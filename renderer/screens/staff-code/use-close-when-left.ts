import { useEffect } from 'react';
import type { Refused } from './refused-notice.tsx';

/** Nobody leaves a half-typed code behind. */
const CLOSES_AFTER_MS = 30_000;
/** Whoever waits for the end of a short delay finds the pad still there. A long one is waited for elsewhere. */
const LONGEST_DELAY_WAITED_MS = 60_000;

/**
 * @param typed each key begins the time anew
 * @param state and so does each answer
 */
export function useCloseWhenLeft(
  typed: string,
  state: { name: 'typing' | 'nameWrong' | 'checking' } | Refused,
  onClose: () => void,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each key and each answer begins the time anew
  useEffect(() => {
    const timer = setTimeout(onClose, CLOSES_AFTER_MS + delayMsOf(state));
    return () => clearTimeout(timer);
  }, [typed, state, onClose]);
}

/** What there is to wait for before a code can be typed again. */
function delayMsOf(state: { name: string } | Refused): number {
  const delayMs = 'error' in state ? (state.error.retryAfterSeconds ?? 0) * 1_000 : 0;
  return delayMs <= LONGEST_DELAY_WAITED_MS ? delayMs : 0;
}
