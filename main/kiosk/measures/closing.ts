/** In the hall, no key and no gesture closes the kiosk; whoever runs the program ends it. */
import type { BrowserWindow } from 'electron';
import type { Measure } from '../measure.ts';

export function closing(window: Pick<BrowserWindow, 'on' | 'off'>, isQuitting: () => boolean): Measure {
  const refuse = (event: { preventDefault(): void }): void => {
    if (!isQuitting()) event.preventDefault();
  };

  return {
    name: 'closing',
    apply: () => void window.on('close', refuse),
    undo: () => void window.off('close', refuse),
  };
}
