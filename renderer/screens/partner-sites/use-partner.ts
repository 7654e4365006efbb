/** What main tells of partner sites: which there are, and how the visit stands. */
import { useEffect, useState } from 'react';
import type { PartnerSiteCard, PartnerVisit } from '../../../preload/partner-contract.ts';

/** Null until main has answered. */
export function usePartnerSites(): readonly PartnerSiteCard[] | null {
  const [sites, setSites] = useState<readonly PartnerSiteCard[] | null>(null);

  useEffect(() => {
    let gone = false;
    const accept = (list: readonly PartnerSiteCard[]) => {
      if (!gone) setSites(list);
    };
    window.kiosk.call('partner.list', undefined).then(accept, () => accept([]));
    return () => {
      gone = true;
    };
  }, []);

  return sites;
}

/** @param isSomebodyThere without anybody there is no visit, and main would not answer */
export function usePartnerVisit(isSomebodyThere: boolean): PartnerVisit | null {
  const [visit, setVisit] = useState<PartnerVisit | null>(null);

  useEffect(() => window.kiosk.on('partner.changed', setVisit), []);
  useEffect(() => {
    if (!isSomebodyThere) return setVisit(null);
    // A page that was drawn anew finds the visit where it stands.
    window.kiosk.call('partner.read', undefined).then(setVisit, () => setVisit(null));
  }, [isSomebodyThere]);

  return visit;
}
