/** Where pages may go: nowhere. The kiosk's page is loaded once by main and never leaves. */
import type { App, WebContents } from 'electron';
import type { Log } from '../log/log.ts';

/** Holds for every page that the program will ever make, whoever makes it. */
export function applyNavigationPolicy(app: App, log: Log): void {
  app.on('web-contents-created', (_event, contents) => {
    refuseNavigation(contents, log);
    contents.setWindowOpenHandler(() => {
      log.warn('navigation.window-refused');
      return { action: 'deny' };
    });
    contents.on('will-attach-webview', (event) => {
      log.warn('navigation.webview-refused');
      event.preventDefault();
    });
  });
}

/** Chromium asks nobody before it shows `about:blank`: a page that went there all the same is brought back. */
export function keepOnPage(contents: WebContents, page: string, log: Log): void {
  contents.on('did-navigate', (_event, url) => {
    if (url === page) return;
    log.warn('navigation.brought-back');
    contents
      .loadURL(page)
      .catch((error: Error) => log.error('navigation.not-brought-back', { name: error.name }));
  });
}

function refuseNavigation(contents: WebContents, log: Log): void {
  const refuse = (event: { preventDefault(): void }): void => {
    log.warn('navigation.refused');
    event.preventDefault();
  };
  // Only what the page itself starts comes here; main's own loadURL does not.
  contents.on('will-navigate', refuse);
  contents.on('will-frame-navigate', refuse);
  contents.on('will-redirect', refuse);
  // Without it a page could hold the window with "are you sure that you want to leave?".
  contents.on('will-prevent-unload', (event) => event.preventDefault());
}
