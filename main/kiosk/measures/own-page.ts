/** Chromium asks nobody before it shows `about:blank`: a page that went there all the same is brought back. */
import type { WebContents } from 'electron';
import type { Log } from '../../log/log.ts';
import type { Measure, OnAttempt } from '../measure.ts';

export function ownPage(contents: WebContents, page: string, log: Log, onAttempt: OnAttempt): Measure {
  const bringBack = (_event: unknown, url: string): void => {
    if (url === page) return;
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
