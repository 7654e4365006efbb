/** Chromium asks nobody before it shows `about:blank`: a page that went there all the same is brought back. */
import type { WebContents } from 'electron';
import type { Log } from '../../log/log.ts';
import { BLANK_PAGE } from '../app-protocol.ts';
import type { Measure, OnAttempt } from '../measure.ts';

export function ownPage(contents: WebContents, page: string, log: Log, onAttempt: OnAttempt): Measure {
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
    apply: () => void contents.on('did-navigate', bringBack),
    undo: () => void contents.off('did-navigate', bringBack),
  };
}
