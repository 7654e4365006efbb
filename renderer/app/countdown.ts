import { useEffect, useState } from 'react';

/** Whole seconds that are left of `seconds`, counted from when the calling component appeared. */
export function useCountdown(seconds: number): number {
  const [endsAtMs] = useState(() => performance.now() + seconds * 1_000);
  const [left, setLeft] = useState(seconds);

  useEffect(() => {
    const timer = setInterval(() => {
      setLeft(Math.max(0, Math.ceil((endsAtMs - performance.now()) / 1_000)));
    }, 250);
    return () => clearInterval(timer);
  }, [endsAtMs]);

  return left;
}
