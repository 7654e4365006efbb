/** The one window, made to be locked. */
import { join } from 'node:path';
import { BrowserWindow, type Rectangle, screen } from 'electron';
import { PAGE_PREFERENCES } from './page-preferences.ts';
import { windowedFit } from './windowed-fit.ts';

/** The ground of the attract screen, so that the window does not flash white before its first paint. */
export const GROUND_COLOUR = '#f4f1ea';

export interface WindowShape {
  mode: 'kiosk' | 'windowed';
  widthPixels: number;
  heightPixels: number;
}

/** How large the page is drawn: as large as life in the hall. */
export function zoomFactorOf(shape: WindowShape): number {
  if (shape.mode === 'kiosk') return 1;
  return windowedFit(shape, screen.getPrimaryDisplay().workArea).zoomFactor;
}

export function openKioskWindow(shape: WindowShape): BrowserWindow {
  const locked = shape.mode === 'kiosk';
  const display = screen.getPrimaryDisplay();
  const fit = windowedFit(shape, display.workArea);
  // Full screen is asked of a window manager; where there is none, the window covers the display by itself.
  const place: Partial<Rectangle> = locked ? display.bounds : { width: fit.width, height: fit.height };
  const window = new BrowserWindow({
    title: 'EKIDOM',
    backgroundColor: GROUND_COLOUR,
    ...place,
    useContentSize: true,
    kiosk: locked,
    frame: !locked,
    autoHideMenuBar: true,
    webPreferences: {
      ...PAGE_PREFERENCES,
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      zoomFactor: zoomFactorOf(shape),
      devTools: !locked,
      // The idle clock and the countdown must go on when the window is behind another.
      backgroundThrottling: false,
    },
  });
  window.removeMenu();
  return window;
}
