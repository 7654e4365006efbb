import { useState } from 'react';
import type { Failure } from '../../preload/contract.ts';

/**
 * For a button that sends something: it rests meanwhile, and why it could not be sent is known until it is sent again.
 * Once it is on its way another screen is there.
 */
export function useSending(deliver: () => Promise<Failure | null>): {
  isSending: boolean;
  error: Failure | null;
  send(): Promise<void>;
} {
  const [isSending, setIsSending] = useState(false);
  const [error, setError] = useState<Failure | null>(null);

  async function send(): Promise<void> {
    setIsSending(true);
    setError(null);
    const failure = await deliver();
    if (!failure) return;
    setError(failure);
    setIsSending(false);
  }

  return { isSending, error, send };
}
