import type { Menu } from 'electron';
import { expect, test, vi } from 'vitest';
import { applicationMenu } from './application-menu.ts';

test('there is no menu, and undone there is the one from before', () => {
  const before = {} as Menu;
  const menus = { getApplicationMenu: vi.fn(() => before), setApplicationMenu: vi.fn() };
  const measure = applicationMenu(menus);

  measure.apply();
  measure.undo();

  expect(menus.setApplicationMenu.mock.calls).toEqual([[null], [before]]);
});
