import { expect, test, vi } from 'vitest';

const electron = vi.hoisted(() => ({ clipboard: { clear: vi.fn() } }));
vi.mock('electron', () => electron);

const { clipboard } = await import('./clipboard.ts');

test('what was copied or selected before is gone', async () => {
  await clipboard().apply();

  expect(electron.clipboard.clear).toHaveBeenCalledWith();
  if (process.platform === 'linux') expect(electron.clipboard.clear).toHaveBeenCalledWith('selection');
});

test('with a later Electron, whose selection is an object of its own, too', async () => {
  const selection = { clear: vi.fn() };
  Object.assign(electron.clipboard, { selection });

  await clipboard().undo();

  if (process.platform === 'linux') expect(selection.clear).toHaveBeenCalledOnce();
  expect(electron.clipboard.clear).toHaveBeenLastCalledWith();
});
