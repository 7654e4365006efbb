import { useEffect, useState } from 'react';
import { useHere } from '../../app/surroundings.ts';

export type ScannerState = 'none' | 'ready' | 'gone';

/** What can be held before a scanner here. One that is plugged in again is ready again while the screen is shown. */
export function useScanner(): ScannerState {
  const { hasScanner } = useHere();
  const [isReady, setIsReady] = useState(true);

  useEffect(() => {
    if (!hasScanner) return;
    let isNewer = false;
    const stop = window.kiosk.on('barcodeScanner.changed', (news) => {
      isNewer = true;
      setIsReady(news.isReady);
    });
    window.kiosk.call('barcodeScanner.read', undefined).then(
      // An event that overtook this answer is newer than it.
      (known) => isNewer || setIsReady(known.isReady),
      // Refused: the session is over, and with it this screen.
      () => undefined,
    );
    return () => {
      isNewer = true;
      stop();
    };
  }, [hasScanner]);

  if (!hasScanner) return 'none';
  return isReady ? 'ready' : 'gone';
}
