/**
 * A page does not close its own window: Electron lets every page do it and asks nobody. So `close` does nothing in
 * the page (preload/index.ts) nor in any frame that a script may make within it, whose own `close` would do it too.
 */
import type { App } from 'electron';
import type { Log } from '../../log/log.ts';
import { everyPage } from '../every-page.ts';
import type { Measure } from '../measure.ts';
import { tellPage } from '../page-inspector.ts';

const NO_CLOSE = `if (top !== window) Object.defineProperty(window, 'close', { value: () => undefined });`;

export function scriptClose(app: Pick<App, 'on' | 'off'>, log: Log): Measure {
  const pages = everyPage(app, (contents) =>
    tellPage(contents, ['Page.addScriptToEvaluateOnNewDocument', { source: NO_CLOSE }], log),
  );
  return { name: 'script close', apply: pages.start, undo: pages.stop };
}
