import { useEffect, useRef } from 'react';

/** Fetched before it is in sight, so that scrolling does not stop: one and a half screens ahead. */
const AHEAD = '150%';

/** An end that says when the person comes near it. */
export function NearEnd({ onNear }: { onNear(): void }) {
  const end = useRef<HTMLDivElement>(null);
  const near = useRef(onNear);
  useEffect(() => {
    near.current = onNear;
  });

  useEffect(() => {
    if (!end.current) return;
    const root = end.current.closest('.scroll-area__view');
    const watcher = new IntersectionObserver(
      (sightings) => {
        if (sightings.some(({ isIntersecting }) => isIntersecting)) near.current();
      },
      { root, rootMargin: AHEAD },
    );
    watcher.observe(end.current);
    return () => watcher.disconnect();
  }, []);

  return <div ref={end} className="ledger-end" />;
}
