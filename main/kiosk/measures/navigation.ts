/** Where pages may go: nowhere. The kiosk's page is loaded by main alone and never leaves. */
import type { App, WebContents } from 'electron';
import type { Log } from '../../log/log.ts';
import { everyPage } from '../every-page.ts';
import type { Measure, OnAttempt } from '../measure.ts';

interface Refusable {
  preventDefault(): void;
}

/** @param leadsSomewhere of a partner site's page: it leads where its own rules say */
export function navigation(
  app: Pick<App, 'on' | 'off'>,
  log: Log,
  onAttempt: OnAttempt,
  leadsSomewhere: (contents: WebContents) => boolean = () => false,
): Measure {
  const pages = everyPage(app, (contents) =>
    leadsSomewhere(contents) ? () => undefined : stayWhereItIs(contents, log, onAttempt),
  );
  return { name: 'navigation', apply: pages.start, undo: pages.stop };
}

function stayWhereItIs(contents: WebContents, log: Log, onAttempt: OnAttempt): () => void {
  // Only what the page itself starts comes here; main's own loadURL does not.
  const refuse = (event: Refusable): void => {
    log.warn('navigation.refused');
    event.preventDefault();
  };
  // Told of every frame, the page's own among them: whoever counts, counts here.
  const refuseFrame = (event: Refusable): void => {
    refuse(event);
    onAttempt('navigation');
  };
  const refuseWebview = (event: Refusable): void => {
    log.warn('navigation.webview-refused');
    event.preventDefault();
  };
  // Without it a page could hold the window with "are you sure that you want to leave?".
  const letMainLeave = (event: Refusable): void => event.preventDefault();

  contents.on('will-navigate', refuse);
  contents.on('will-frame-navigate', refuseFrame);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', refuseWebview);
  contents.on('will-prevent-unload', letMainLeave);
  contents.setWindowOpenHandler(() => {
    log.warn('navigation.window-refused');
    onAttempt('window');
    return { action: 'deny' };
  });

  return () => {
    contents.off('will-navigate', refuse);
    contents.off('will-frame-navigate', refuseFrame);
    contents.off('will-redirect', refuse);
    contents.off('will-attach-webview', refuseWebview);
    contents.off('will-prevent-unload', letMainLeave);
    contents.setWindowOpenHandler(() => ({ action: 'allow' }));
  };
}
