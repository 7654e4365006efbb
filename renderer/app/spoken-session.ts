import type { SessionSnapshot } from '../../preload/contract.ts';
import type { Languages } from './messages.ts';
import type { SessionStore } from './session-store.ts';

/** The session as the screens show it: each state is told once its language can be spoken, and is spoken. */
export function createSpokenSession(session: SessionStore, languages: Languages): SessionStore {
  let told: SessionSnapshot | null = null;
  const listeners = new Set<(snapshot: SessionSnapshot) => void>();

  const follow = () => {
    const snapshot = session.read();
    if (snapshot === null || snapshot === told) return;
    const { locale } = snapshot.access;
    if (!languages.knows(locale)) {
      // Whatever the session is by then, is what is told.
      void languages.learn(locale).then(follow);
      return;
    }
    languages.speak(locale);
    told = snapshot;
    for (const listen of listeners) listen(snapshot);
  };
  session.subscribe(follow);
  follow();

  return {
    read: () => told,
    subscribe(listen) {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
  };
}
