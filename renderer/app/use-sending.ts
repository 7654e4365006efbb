import { useRef, useState } from 'react';
import type { Failure } from '../../preload/contract.ts';

/**
 * For a button that sends something: it sends once however often it is touched, rests meanwhile, and why it could not be sent is known until it is sent again.
 * Once it is on its way another screen is there.
 */
export function useSending(deliver: () => Promise<Failure | null>): {
  isSending: boolean;
  error: Failure | null;
  send(): Promise<void>;
} {
  const [isSending, setIsSending] = useState(false);
  const [error, setError] = useState<Failure | null>(null);
  // Known before the screen is drawn with the button at rest.
  const isUnderWay = useRef(false);

  async function send(): Promise<void> {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setIsSending(true);
    setError(null);
    const failure = await deliver();
    if (!failure) return;
    isUnderWay.current = false;
    setError(failure);
    setIsSending(false);
  }

  return { isSending, error, send };
}
