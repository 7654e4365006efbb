/** Where React begins. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { SessionSnapshot } from '../../preload/contract.ts';
import { App } from './app.tsx';
import type { Here } from './here.ts';
import { createLanguages, prefetchMessages } from './messages.ts';
import { prefetchAfter } from './screens.ts';
import type { SessionStore } from './session-store.ts';
import { createSpokenSession } from './spoken-session.ts';
import { allowTextOnlyHtml } from './text-only-html.ts';

/** What the first touch will need. */
export function prefetchApp({ state, access }: SessionSnapshot): void {
  prefetchMessages(access.locale);
  prefetchAfter(state);
}

export async function startApp(place: HTMLElement, here: Here, session: SessionStore): Promise<void> {
  allowTextOnlyHtml();
  const languages = createLanguages();
  // What stands on the display stays there until React has something to say.
  await languages.learn(session.read()?.access.locale ?? 'fr');
  // It hears of the session before React does: the language is there when the screen is drawn.
  const spoken = createSpokenSession(session, languages);
  createRoot(place).render(
    <StrictMode>
      <App here={here} session={spoken} />
    </StrictMode>,
  );
}
