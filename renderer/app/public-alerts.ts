/**
 * What passers-by in this hall are told of the residences. Plain, without React: the attract screen stands before
 * main can say it, and shows it as soon as it is known.
 */
import type { ResidenceAlert } from '../../preload/information-contract.ts';

const NONE: readonly ResidenceAlert[] = [];

const listeners = new Set<() => void>();
let alerts = NONE;
let isAsked = false;

export const publicAlerts = {
  read: () => alerts,
  /** Asks main once, and follows what it says from then on. */
  ask(): void {
    if (isAsked) return;
    isAsked = true;
    window.kiosk.on('information.publicAlertsChanged', accept);
    window.kiosk.call('information.publicAlerts', undefined).then(
      (read) => {
        // What came meanwhile by itself is newer; where there is nothing to tell, nothing is drawn anew.
        if (alerts === NONE && read.length > 0) accept(read);
      },
      () => {
        // Nobody is let in at this moment; the next screen asks again.
        isAsked = false;
      },
    );
  },
  /** @returns the way to stop listening */
  subscribe(listen: () => void): () => void {
    listeners.add(listen);
    return () => listeners.delete(listen);
  },
};

function accept(told: readonly ResidenceAlert[]): void {
  alerts = told;
  for (const listen of listeners) listen();
}
