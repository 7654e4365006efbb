/** What main tells of work that goes on by itself: print jobs and deliveries, by their ids. */
import { useEffect, useState } from 'react';
import type { Delivery, PrintJob } from '../../preload/contract.ts';

export interface Arrivals {
  printJobs: ReadonlyMap<string, PrintJob['state']>;
  deliveries: ReadonlyMap<string, Delivery['state']>;
}

/**
 * Listens from before the first wish is uttered: an event may overtake the answer that names its job.
 */
export function useArrivals(): Arrivals {
  const [arrivals, setArrivals] = useState<Arrivals>({ printJobs: new Map(), deliveries: new Map() });

  useEffect(() => {
    const stopJobs = window.kiosk.on('printing.changed', ({ jobId, state }) =>
      setArrivals((before) => ({ ...before, printJobs: new Map(before.printJobs).set(jobId, state) })),
    );
    const stopDeliveries = window.kiosk.on('delivery.changed', ({ deliveryId, state }) =>
      setArrivals((before) => ({ ...before, deliveries: new Map(before.deliveries).set(deliveryId, state) })),
    );
    return () => {
      stopJobs();
      stopDeliveries();
    };
  }, []);

  return arrivals;
}
