/**
 * Chromium asks nobody before it shows `about:blank`, or an error page in place of an address that cannot be: a page
 * that went there all the same is brought back.
 */
import type { WebContents } from 'electron';
import type { Log } from '../../log/log.ts';
import { BLANK_PAGE } from '../app-protocol.ts';
import type { Measure, OnAttempt } from '../measure.ts';

/** Chromium's net_error_list.h. */
const ERR_ABORTED = -3;

export function ownPage(contents: WebContents, page: string, log: Log, onAttempt: OnAttempt): Measure {
  const bringBackFromError = (
    event: unknown,
    errorCode: number,
    _description: string,
    url: string,
    isMainFrame: boolean,
  ): void => {
    // What was called off leaves the page where it was; a page of the kiosk's own that fails is the watchdog's to mend.
    if (!isMainFrame || errorCode === ERR_ABORTED) return;
    bringBack(event, url);
  };
  const bringBack = (_event: unknown, url: string): void => {
    // The wipe passes through nothing on its way back to the page.
    if (url === page || url === BLANK_PAGE) return;
    log.warn('navigation.brought-back');
    onAttempt('navigation');
    contents
      .loadURL(page)
      .catch((error: Error) => log.error('navigation.not-brought-back', { name: error.name }));
  };

  return {
    name: 'own page',
    apply() {
      contents.on('did-navigate', bringBack);
      contents.on('did-fail-load', bringBackFromError);
    },
    undo() {
      contents.off('did-navigate', bringBack);
      contents.off('did-fail-load', bringBackFromError);
    },
  };
}
