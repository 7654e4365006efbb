import { useEffect, useState } from 'react';
import type { Connectivity } from '../../preload/contract.ts';

/** How the line to the landlord's system is; `online` until main has said otherwise. */
export function useConnectivity(): Connectivity {
  const [connectivity, setConnectivity] = useState<Connectivity>('online');

  useEffect(() => {
    let isOvertaken = false;
    const stop = window.kiosk.on('connectivity.changed', (changed) => {
      isOvertaken = true;
      setConnectivity(changed);
    });
    const accept = (read: Connectivity) => {
      if (!isOvertaken) setConnectivity(read);
    };
    // Refused where nobody is there, who then need not know.
    window.kiosk.call('connectivity.read', undefined).then(accept, () => accept('online'));
    return () => {
      isOvertaken = true;
      stop();
    };
  }, []);

  return connectivity;
}
