/** The picture stays the size it is: no pinching with two fingers, on the screen or on a touchpad, no zoom by wheel. */
import type { App, CommandLine, Screen } from 'electron';
import type { Log } from '../../log/log.ts';
import { everyPage } from '../every-page.ts';
import type { Measure } from '../measure.ts';

const SWITCH = 'disable-pinch';
/** Chromium has been seen to allow pinching again after each of them (electron issues 11216 and 13071). */
const SCREEN_CHANGES = ['display-added', 'display-removed', 'display-metrics-changed'] as const;

export function zoom(parts: {
  app: Pick<App, 'on' | 'off'>;
  commandLine: Pick<CommandLine, 'appendSwitch' | 'removeSwitch'>;
  /** Electron's screen, which is there only once the program is ready. */
  screen: () => Pick<Screen, 'on' | 'off'>;
  log: Log;
}): Measure {
  const pages = everyPage(parts.app, (contents) => {
    const screen = parts.screen();
    const holdSize = (): void => {
      contents
        .setVisualZoomLevelLimits(1, 1)
        .catch((error: Error) => parts.log.error('zoom.not-held', { name: error.name }));
    };
    const release = (): void => {
      for (const change of SCREEN_CHANGES) screen.off(change as 'display-added', holdSize);
    };
    contents.on('dom-ready', holdSize);
    contents.on('focus', holdSize);
    contents.on('zoom-changed', holdSize);
    for (const change of SCREEN_CHANGES) screen.on(change as 'display-added', holdSize);
    contents.once('destroyed', release);
    return () => {
      contents.off('dom-ready', holdSize);
      contents.off('focus', holdSize);
      contents.off('zoom-changed', holdSize);
      release();
    };
  });

  return {
    name: 'zoom',
    apply() {
      parts.commandLine.appendSwitch(SWITCH);
      pages.start();
    },
    undo() {
      parts.commandLine.removeSwitch(SWITCH);
      pages.stop();
    },
  };
}
