import { useEffect, useState } from 'react';
import type { Information } from '../../../preload/information-contract.ts';

/** What everybody may know, as the kiosk has it on its disk; null for the instant until it is read. */
export function useInformation(): Information | null {
  const [information, setInformation] = useState<Information | null>(null);

  useEffect(() => {
    let isGone = false;
    const accept = (read: Information | null) => {
      if (!isGone) setInformation(read);
    };
    // Refused where nobody is there any more: the screen is about to go.
    window.kiosk.call('information.read', undefined).then(accept, () => accept(null));
    return () => {
      isGone = true;
    };
  }, []);

  return information;
}
