import { useEffect, useState } from 'react';

export interface DocumentWays {
  scanner: boolean;
  usbKey: boolean;
}

const NONE: DocumentWays = { scanner: false, usbKey: false };

/** On what documents can come in at this kiosk. */
export function useDocumentWays(): DocumentWays {
  const [ways, setWays] = useState(NONE);

  useEffect(() => {
    let isThere = true;
    window.kiosk.call('document.ways', undefined).then(
      (known) => isThere && setWays(known),
      // Refused: the session is over, and with it this screen.
      () => isThere && setWays(NONE),
    );
    return () => {
      isThere = false;
    };
  }, []);

  return ways;
}

export function hasAnyWay({ scanner, usbKey }: DocumentWays): boolean {
  return scanner || usbKey;
}
