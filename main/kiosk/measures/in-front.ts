/** Whatever takes the window away from people (another window, a gesture of the desktop) does so for a moment only. */
import type { BrowserWindow, Rectangle } from 'electron';
import type { Measure } from '../measure.ts';
import { type CoveringWindow, fill } from './every-display.ts';

export type FrontWindow = CoveringWindow &
  Pick<BrowserWindow, 'isMinimized' | 'restore' | 'isVisible' | 'show' | 'focus'>;

const LOSSES = [
  'blur',
  'minimize',
  'hide',
  'move',
  'resize',
  'unmaximize',
  'leave-full-screen',
  'always-on-top-changed',
] as const;

/** Two programs that both want to be in front must not wear the machine out. */
export const COME_BACK_AFTER_MS = 100;

export function inFront(window: FrontWindow, place: () => Rectangle): Measure {
  let comingBack: NodeJS.Timeout | null = null;

  const comeBack = (): void => {
    comingBack = null;
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    if (!window.isVisible()) window.show();
    fill(window, place());
    window.moveTop();
    window.focus();
  };
  const lose = (): void => {
    comingBack ??= setTimeout(comeBack, COME_BACK_AFTER_MS);
  };

  return {
    name: 'in front',
    apply() {
      for (const loss of LOSSES) window.on(loss as 'blur', lose);
    },
    undo() {
      for (const loss of LOSSES) window.off(loss as 'blur', lose);
      if (comingBack) clearTimeout(comingBack);
      comingBack = null;
    },
  };
}
