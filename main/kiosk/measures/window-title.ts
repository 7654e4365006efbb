/** A page writes nothing on the window's title bar, nor wherever the desktop shows it. */
import type { BrowserWindow } from 'electron';
import type { Measure } from '../measure.ts';

export function windowTitle(window: Pick<BrowserWindow, 'on' | 'off'>): Measure {
  const refuse = (event: { preventDefault(): void }): void => event.preventDefault();
  return {
    name: 'window title',
    apply: () => void window.on('page-title-updated', refuse),
    undo: () => void window.off('page-title-updated', refuse),
  };
}
