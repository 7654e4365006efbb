import { useEffect, useState } from 'react';
import { useHasCamera } from '../../app/use-has-camera.ts';

export interface DocumentWays {
  scanner: boolean;
  usbKey: boolean;
  camera: boolean;
  phone: boolean;
}

const NONE: DocumentWays = { scanner: false, usbKey: false, camera: false, phone: false };

/** On what documents can come in at this kiosk. */
export function useDocumentWays(): DocumentWays {
  const [ways, setWays] = useState(NONE);
  const isCameraThere = useHasCamera();

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

  return { ...ways, camera: ways.camera && isCameraThere };
}

export function hasAnyWay({ scanner, usbKey, camera, phone }: DocumentWays): boolean {
  return scanner || usbKey || camera || phone;
}
