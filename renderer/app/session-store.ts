/** The session as main last told it: read once, then kept up to date by its event. */
import type { Access, KioskBridge, SessionSnapshot } from '../../preload/contract.ts';
import { codeOf } from './kiosk.ts';

export interface SessionStore {
  /** Null until main has answered for the first time. */
  read(): SessionSnapshot | null;
  /**
   * Listeners are told in the order in which they came: first appearance and language, then those who draw.
   *
   * @returns the way to stop listening
   */
  subscribe(listen: (snapshot: SessionSnapshot) => void): () => void;
}

/** What a screen looks like when even the session cannot be read. */
const FALLBACK_ACCESS: Access = { locale: 'fr', textSize: 'normal', contrast: 'standard' };

export function createSessionStore(kiosk: KioskBridge): SessionStore {
  let current: SessionSnapshot | null = null;
  const listeners = new Set<(snapshot: SessionSnapshot) => void>();

  const accept = (snapshot: SessionSnapshot) => {
    current = snapshot;
    for (const listen of listeners) listen(snapshot);
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
