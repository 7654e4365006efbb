import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Account } from '../../../preload/contract.ts';
import type { ResidenceAlert } from '../../../preload/information-contract.ts';
import { publicAlerts } from '../../app/public-alerts.ts';

const NONE: readonly ResidenceAlert[] = [];

/** What everybody in this hall may know. */
export function usePublicAlerts(): readonly ResidenceAlert[] {
  useEffect(publicAlerts.ask, []);
  return useSyncExternalStore(publicAlerts.subscribe, publicAlerts.read);
}

/**
 * What concerns the residences that these leases are in. Null until it is known: a moment, since main has kept it from
 * before and asks nobody.
 */
export function useOwnAlerts(accounts: readonly Account[]): readonly ResidenceAlert[] | null {
  const [alerts, setAlerts] = useState<readonly ResidenceAlert[] | null>(null);
  const residenceIds = useMemo(
    () => accounts.flatMap(({ residenceId }) => (residenceId === null ? [] : [residenceId])),
    [accounts],
  );

  useEffect(() => {
    if (residenceIds.length === 0) return;
    let isGone = false;
    const accept = (read: readonly ResidenceAlert[]) => {
      if (!isGone) setAlerts(read);
    };
    // Refused where the session is over: the screen is about to go.
    window.kiosk.call('information.ownAlerts', { residenceIds }).then(accept, () => accept(NONE));
    return () => {
      isGone = true;
    };
  }, [residenceIds]);

  return residenceIds.length === 0 ? NONE : alerts;
}
