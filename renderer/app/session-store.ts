/** The session as main last told it: read once, then kept up to date by its event. */
import type { Access, KioskBridge, SessionSnapshot } from '../../preload/contract.ts';
import { codeOf } from './kiosk.ts';

export interface SessionStore {
  /** Null until main has answered for the first time. */
  read(): SessionSnapshot | null;
  /** Returns the way to stop listening. */
  subscribe(listen: () => void): () => void;
}

/** What a screen looks like when even the session cannot be read. */
const FALLBACK_ACCESS: Access = { locale: 'fr', textSize: 'normal', contrast: 'standard' };

/**
 * @param prepare Called with each snapshot before anybody draws it: language and appearance change in the same
 * frame as the screen.
 */
export function createSessionStore(
  kiosk: KioskBridge,
  prepare: (snapshot: SessionSnapshot) => void,
): SessionStore {
  let current: SessionSnapshot | null = null;
  const listeners = new Set<() => void>();

  const accept = (snapshot: SessionSnapshot) => {
    current = snapshot;
    prepare(snapshot);
    for (const listen of listeners) listen();
  };

  kiosk.on('session.changed', accept);
  kiosk.call('session.read', undefined).then(
    // An event that overtook this answer is newer than it.
    (snapshot) => current ?? accept(snapshot),
    (refusal) =>
      current ??
      accept({ state: 'outOfService', code: codeOf(refusal), faults: [], access: FALLBACK_ACCESS }),
  );

  return {
    read: () => current,
    subscribe(listen) {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
  };
}
