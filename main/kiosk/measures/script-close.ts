/**
 * A page does not close its own window. Electron asks nobody before `window.close()` takes the page away, and lets
 * every page do it; with this setting Chromium allows it only to a page that is alone in its history, and
 * preload/history.ts sees to it that ours never is.
 */
import type { CommandLine } from 'electron';
import type { Measure } from '../measure.ts';

const SWITCH = 'blink-settings';

export function scriptClose(commandLine: Pick<CommandLine, 'appendSwitch' | 'removeSwitch'>): Measure {
  return {
    name: 'script close',
    apply: () => commandLine.appendSwitch(SWITCH, 'allowScriptsToCloseWindows=false'),
    undo: () => commandLine.removeSwitch(SWITCH),
  };
}
