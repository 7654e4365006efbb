import { expect, test, vi } from 'vitest';
import { onTop } from './on-top.ts';

test('the window lies above every other on every desktop, and no longer once it is undone', () => {
  const window = arrange();
  const measure = onTop(window);

  measure.apply();
  measure.undo();

  expect(window.setAlwaysOnTop.mock.calls).toEqual([[true, 'screen-saver'], [false]]);
  expect(window.setVisibleOnAllWorkspaces.mock.calls).toEqual([[true], [false]]);
});

test('a window that is gone is not touched', () => {
  const window = arrange();
  window.isDestroyed.mockReturnValue(true);

  onTop(window).undo();

  expect(window.setAlwaysOnTop).not.toHaveBeenCalled();
});

function arrange() {
  return { setAlwaysOnTop: vi.fn(), setVisibleOnAllWorkspaces: vi.fn(), isDestroyed: vi.fn(() => false) };
}
