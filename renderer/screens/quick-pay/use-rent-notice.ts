import { useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../preload/contract.ts';
import type { RentNotice } from '../../../preload/payment-contract.ts';
import { ask } from '../../app/kiosk.ts';

export type NoticeState =
  | { name: 'none' }
  | { name: 'asking' }
  | { name: 'found'; notice: RentNotice }
  | { name: 'refused'; of: string; error: Failure; attempt: number };

/** One rent notice at a time, from what was scanned or typed. */
export function useRentNotice() {
  const [state, setState] = useState<NoticeState>({ name: 'none' });
  const attempts = useRef(0);
  const isThere = useRef(true);

  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
    };
  }, []);

  const read = async (code: string): Promise<void> => {
    attempts.current += 1;
    const attempt = attempts.current;
    setState({ name: 'asking' });
    const answer = await ask('rentNotice.read', { code });
    // The person went elsewhere in the meantime, or has scanned another one.
    if (!isThere.current || attempt !== attempts.current) return;
    setState(
      answer.ok
        ? { name: 'found', notice: answer.value }
        : { name: 'refused', of: code, error: answer.error, attempt },
    );
  };

  return {
    state,
    read: (code: string) => void read(code),
    /** Back to where nothing has been asked. */
    putAside() {
      attempts.current += 1;
      setState({ name: 'none' });
    },
  };
}
