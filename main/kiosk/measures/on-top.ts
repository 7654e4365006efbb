/** The kiosk's window lies above every other, on every desktop that the window system may have. */
import type { BrowserWindow } from 'electron';
import type { Measure } from '../measure.ts';

/** Above what the desktop itself puts on top: panels, notifications, a screen keyboard. */
const LEVEL = 'screen-saver';

export type ToppableWindow = Pick<
  BrowserWindow,
  'setAlwaysOnTop' | 'setVisibleOnAllWorkspaces' | 'isDestroyed'
>;

export function onTop(window: ToppableWindow): Measure {
  return {
    name: 'on top',
    apply() {
      window.setAlwaysOnTop(true, LEVEL);
      window.setVisibleOnAllWorkspaces(true);
    },
    undo() {
      if (window.isDestroyed()) return;
      window.setAlwaysOnTop(false);
      window.setVisibleOnAllWorkspaces(false);
    },
  };
}
