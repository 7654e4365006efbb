/**
 * No dialog in which to choose a file. Electron opens the desktop's own for every `<input type="file">` and asks
 * nobody; guards written in the page can be got round from another frame. So each page is told what an automated
 * browser is told: to report the wish for a file instead of opening the dialog. It is told within this program,
 * through no port.
 *
 * While it holds, Electron's event `unresponsive` is silent: Chromium takes a page with a debugger for one that may
 * stand still. A page that hangs has to be noticed otherwise.
 */
import type { App, WebContents } from 'electron';
import type { Log } from '../../log/log.ts';
import { everyPage } from '../every-page.ts';
import type { Measure, OnAttempt } from '../measure.ts';

export function fileDialogs(app: Pick<App, 'on' | 'off'>, log: Log, onAttempt: OnAttempt): Measure {
  const pages = everyPage(app, (contents) => askBeforeFiles(contents, log, onAttempt));
  return { name: 'file dialogs', apply: pages.start, undo: pages.stop };
}

function askBeforeFiles(contents: WebContents, log: Log, onAttempt: OnAttempt): () => void {
  const { debugger: inspector } = contents;

  // Before there is a page there is nobody to tell; from then on Chromium tells each page that takes its place.
  const begin = (): void => {
    if (inspector.isAttached()) return;
    inspector.attach();
    Promise.all([
      inspector.sendCommand('Page.enable'),
      inspector.sendCommand('Page.setInterceptFileChooserDialog', { enabled: true, cancel: true }),
    ]).catch((error: Error) => log.error('file-dialog.not-barred', { name: error.name }));
  };
  const hear = (_event: unknown, method: string): void => {
    if (method !== 'Page.fileChooserOpened') return;
    log.warn('file-dialog.refused');
    onAttempt('fileDialog');
  };

  contents.on('dom-ready', begin);
  inspector.on('message', hear);
  return () => {
    contents.off('dom-ready', begin);
    inspector.off('message', hear);
    if (!contents.isDestroyed() && inspector.isAttached()) inspector.detach();
  };
}
