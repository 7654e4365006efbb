/** The start of the screen side: ask main who and where we are, draw, then fetch the rest while nobody waits. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { applyAccess, applyBootstrap } from '../accessibility/appearance.ts';
import { App } from './app.tsx';
import { speak, startMessages } from './messages.ts';
import { createSessionStore } from './session-store.ts';
import { allowTextOnlyHtml } from './text-only-html.ts';

allowTextOnlyHtml();
startMessages('fr');

const session = createSessionStore(window.kiosk, ({ access }) => {
  applyAccess(access);
  speak(access.locale);
});
const bootstrap = await window.kiosk.call('kiosk.bootstrap', undefined);
applyBootstrap(bootstrap);

const place = document.getElementById('screen');
if (!place) throw new Error('the page has no place for the screen');
createRoot(place).render(
  <StrictMode>
    <App bootstrap={bootstrap} session={session} />
  </StrictMode>,
);
