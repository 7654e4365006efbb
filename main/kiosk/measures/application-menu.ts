/** No menu, and none of the keys that Electron's own menu brings with it: reload, zoom, tools, quit. */
import type { Menu } from 'electron';
import type { Measure } from '../measure.ts';

export function applicationMenu(
  menus: Pick<typeof Menu, 'getApplicationMenu' | 'setApplicationMenu'>,
): Measure {
  let before: Menu | null = null;
  return {
    name: 'application menu',
    apply() {
      before = menus.getApplicationMenu();
      menus.setApplicationMenu(null);
    },
    undo: () => menus.setApplicationMenu(before),
  };
}
