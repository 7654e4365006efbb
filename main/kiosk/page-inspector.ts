/**
 * Tells pages what Electron has no word for, in the words of an automated browser (the Chrome DevTools Protocol).
 * It is spoken within this program, through no port.
 *
 * While a page is spoken to, Electron's event `unresponsive` is silent: Chromium takes a page with a debugger for
 * one that may stand still. A page that hangs has to be noticed otherwise.
 */
import type { WebContents } from 'electron';
import type { Log } from '../log/log.ts';

export type Command = readonly [method: string, parameters: object];

/** @returns the way to leave the page alone */
export function tellPage(contents: WebContents, command: Command, log: Log): () => void {
  const { debugger: inspector } = contents;
  let isTold = false;

  // Before there is a page there is nobody to tell; from then on Chromium tells each page that takes its place.
  const tell = (): void => {
    if (isTold && inspector.isAttached()) return;
    if (!inspector.isAttached()) inspector.attach();
    isTold = true;
    const [method, parameters] = command;
    Promise.all([inspector.sendCommand('Page.enable'), inspector.sendCommand(method, parameters)]).catch(
      (error: Error) => {
        isTold = false;
        log.error('page-inspector.not-told', { method, name: error.name });
      },
    );
  };

  contents.on('dom-ready', tell);
  return () => {
    contents.off('dom-ready', tell);
    if (!contents.isDestroyed() && inspector.isAttached()) inspector.detach();
  };
}
