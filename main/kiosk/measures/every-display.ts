/**
 * The kiosk fills the primary display and every other one is covered, whatever is plugged in, pulled out, turned or
 * made another size while it runs: what is not covered is a desktop.
 */
import type { BaseWindow, BrowserWindow, Display, Rectangle, Screen } from 'electron';
import type { Measure } from '../measure.ts';

export type CoveringWindow = Pick<
  BrowserWindow,
  'getBounds' | 'setBounds' | 'isKiosk' | 'setKiosk' | 'moveTop' | 'isDestroyed' | 'on' | 'off'
>;
export type Cover = Pick<BaseWindow, 'setBounds' | 'destroy'>;

const CHANGES = ['display-added', 'display-removed', 'display-metrics-changed'] as const;

export function everyDisplay(parts: {
  window: CoveringWindow;
  screen: Pick<Screen, 'getAllDisplays' | 'getPrimaryDisplay'> & Pick<Screen, 'on' | 'off'>;
  /** Opens an empty window that nobody can use, over the whole of another display. */
  openCover: (place: Rectangle) => Cover;
}): Measure {
  const { window, screen, openCover } = parts;
  const covers = new Map<Display['id'], Cover>();

  const cover = (): void => {
    if (window.isDestroyed()) return;
    const primary = screen.getPrimaryDisplay();
    const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);

    for (const [id, gone] of covers) {
      if (others.some((display) => display.id === id)) continue;
      gone.destroy();
      covers.delete(id);
    }
    for (const { id, bounds } of others) {
      const there = covers.get(id);
      if (there) there.setBounds(bounds);
      else covers.set(id, openCover(bounds));
    }
    fill(window, primary.bounds);
    window.moveTop();
  };

  // The program ends with its last window, and a cover is one.
  const uncover = (): void => {
    for (const each of covers.values()) each.destroy();
    covers.clear();
  };

  return {
    name: 'every display',
    apply() {
      window.on('closed', uncover);
      for (const change of CHANGES) screen.on(change as 'display-added', cover);
      cover();
    },
    undo() {
      window.off('closed', uncover);
      for (const change of CHANGES) screen.off(change as 'display-added', cover);
      uncover();
    },
  };
}

/**
 * Chromium takes a pixel off a window that is exactly as large as its display, lest a window manager take it for
 * full screen; where a window manager does full screen, that pixel is there again.
 */
const PIXEL_TAKEN_OFF = 1;

/** Full screen is asked of a window manager; where there is none, the window has to be put there. */
export function fill(
  window: Pick<CoveringWindow, 'getBounds' | 'setBounds' | 'isKiosk' | 'setKiosk'>,
  place: Rectangle,
): void {
  if (!isFilling(window.getBounds(), place)) window.setBounds(place);
  if (!window.isKiosk()) window.setKiosk(true);
}

export function isFilling({ x, y, width, height }: Rectangle, place: Rectangle): boolean {
  const isAsLong = (length: number, whole: number) => length <= whole && length >= whole - PIXEL_TAKEN_OFF;
  return x === place.x && y === place.y && isAsLong(width, place.width) && isAsLong(height, place.height);
}
