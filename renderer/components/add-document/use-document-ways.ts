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
  const ways = useWaysOfConfig();
  const isCameraThere = useHasCamera(ways.camera);
  return { ...ways, camera: isCameraThere };
}

/** Whether documents can come in at all, for a tile: a camera is looked for only where it would be the one way. */
export function useTakesDocuments(): boolean {
  const { scanner, usbKey, phone, camera } = useWaysOfConfig();
  const isSureWithoutCamera = scanner || usbKey || phone;
  const isCameraThere = useHasCamera(camera && !isSureWithoutCamera);
  return isSureWithoutCamera || isCameraThere;
}

function useWaysOfConfig(): DocumentWays {
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
