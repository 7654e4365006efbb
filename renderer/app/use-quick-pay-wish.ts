import { useEffect, useRef, useSyncExternalStore } from 'react';
import { type QuickPayWish, quickPayDoor } from './quick-pay-door.ts';

/**
 * The rent notice that somebody holds before the scanner, or wants to pay; null when there is none.
 *
 * @param isWantedHere whether it may take them away from what they do; whoever is at a notice already goes on to others
 */
export function useQuickPayWish(isWantedHere: (wish: QuickPayWish) => boolean): QuickPayWish | null {
  const wish = useSyncExternalStore(quickPayDoor.subscribe, quickPayDoor.wish);
  const wasServed = useRef(false);
  const isServed = wish !== null && (wasServed.current || isWantedHere(wish));

  useEffect(() => {
    wasServed.current = isServed;
    // Or it would come back when nobody thinks of it any more.
    if (wish !== null && !isServed) quickPayDoor.close();
  }, [wish, isServed]);

  return isServed ? wish : null;
}
