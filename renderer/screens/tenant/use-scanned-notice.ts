import { useEffect, useSyncExternalStore } from 'react';
import { type QuickPayWish, quickPayDoor } from '../../app/quick-pay-door.ts';

/**
 * The rent notice that somebody signed in holds before the scanner; null when there is none.
 *
 * @param isAtWork whether they are in the middle of something that a scan must not take them away from
 */
export function useScannedNotice(isAtWork: boolean): QuickPayWish | null {
  const wish = useSyncExternalStore(quickPayDoor.subscribe, quickPayDoor.wish);
  const isWanted = !isAtWork && wish !== null && wish.code !== null;

  useEffect(() => {
    // Or it would come back when nobody thinks of it any more.
    if (wish !== null && !isWanted) quickPayDoor.close();
  }, [wish, isWanted]);

  return isWanted ? wish : null;
}
