/**
 * No dialog in which to choose a file. Electron opens the desktop's own for every `<input type="file">` and asks
 * nobody; guards written in the page can be got round from another frame. So each page is told to report the wish
 * for a file instead of opening the dialog.
 */
import type { App, WebContents } from 'electron';
import type { Log } from '../../log/log.ts';
import { everyPage } from '../every-page.ts';
import type { Measure, OnAttempt } from '../measure.ts';
import { type Command, tellPage } from '../page-inspector.ts';

const REPORT_INSTEAD: Command = ['Page.setInterceptFileChooserDialog', { enabled: true, cancel: true }];

/** @param isOther of a partner site's page: it is told by partner-sites/page-inspection.ts, and people are told why */
export function fileDialogs(
  app: Pick<App, 'on' | 'off'>,
  log: Log,
  onAttempt: OnAttempt,
  isOther: (contents: WebContents) => boolean = () => false,
): Measure {
  const pages = everyPage(app, (contents) => {
    if (isOther(contents)) return () => undefined;
    const hear = (_event: unknown, method: string): void => {
      if (method !== 'Page.fileChooserOpened') return;
      log.warn('file-dialog.refused');
      onAttempt('fileDialog');
    };
    contents.debugger.on('message', hear);
    const leaveAlone = tellPage(contents, REPORT_INSTEAD, log);
    return () => {
      contents.debugger.off('message', hear);
      leaveAlone();
    };
  });
  return { name: 'file dialogs', apply: pages.start, undo: pages.stop };
}
