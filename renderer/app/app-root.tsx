/** Where React begins. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import type { Here } from './here.ts';
import { speak, startMessages } from './messages.ts';
import type { SessionStore } from './session-store.ts';
import { allowTextOnlyHtml } from './text-only-html.ts';

export { prefetchAfter } from './screens.ts';

export function startApp(place: HTMLElement, here: Here, session: SessionStore): void {
  allowTextOnlyHtml();
  startMessages(session.read()?.access.locale ?? 'fr');
  // Before React listens: the language is there when the screen is drawn.
  session.subscribe(({ access }) => speak(access.locale));
  createRoot(place).render(
    <StrictMode>
      <App here={here} session={session} />
    </StrictMode>,
  );
}
