/** The site's page is a window of its own over ours: we say where it may stand, and when it has to step aside. */
import { type RefObject, useEffect, useRef, useSyncExternalStore } from 'react';
import { tell } from '../../app/kiosk.ts';

/** @param isFree nothing of our own is drawn there now */
export function usePlace(isFree: boolean): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  const isCovered = useSyncExternalStore(watchDialogs, hasDialog);
  const mayStand = isFree && !isCovered;

  useEffect(() => {
    const element = place.current;
    if (!element || !mayStand) return void tell('partner.place', null);
    const measure = () => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const [x, y] = [Math.ceil(left), Math.ceil(top)];
      void tell('partner.place', {
        x,
        y,
        width: Math.max(0, Math.floor(left + width) - x),
        height: Math.max(0, Math.floor(top + height) - y),
      });
    };
    const watcher = new ResizeObserver(measure);
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [mayStand]);

  return place;
}

/** Whichever part of the kiosk opens one: it would be hidden under the site's page. */
function hasDialog(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
}

function watchDialogs(onChange: () => void): () => void {
  const watcher = new MutationObserver(onChange);
  watcher.observe(document.body, { childList: true, subtree: true });
  return () => watcher.disconnect();
}
