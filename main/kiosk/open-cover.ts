/** An empty window over a display that the kiosk has no use for. There is no page in it. */
import { BaseWindow, type Rectangle } from 'electron';
import { GROUND_COLOUR } from './kiosk-window.ts';

export function openCover(place: Rectangle): BaseWindow {
  const cover = new BaseWindow({
    ...place,
    backgroundColor: GROUND_COLOUR,
    frame: false,
    focusable: false,
    skipTaskbar: true,
    resizable: false,
    movable: false,
    minimizable: false,
    closable: false,
    show: false,
  });
  cover.setAlwaysOnTop(true, 'screen-saver');
  cover.setVisibleOnAllWorkspaces(true);
  cover.showInactive();
  return cover;
}
