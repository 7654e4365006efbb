import { existsSync } from 'node:fs';
import { expect, onTestFinished, test, vi } from 'vitest';
import { hasScreen, startVirtualScreen, UPRIGHT } from './virtual-screen.ts';

test('two screens at once have two numbers, and are gone when they are stopped', async () => {
  const screens = await Promise.all([startVirtualScreen(UPRIGHT), startVirtualScreen(UPRIGHT)]);
  const [first, second] = screens.map(({ display }) => display);

  expect(first).toMatch(/^:\d+$/);
  expect(second).not.toBe(first);
  expect(screens.map(({ display }) => existsSync(socketOf(display)))).toEqual([true, true]);

  await Promise.all(screens.map((screen) => screen.stop()));

  expect(screens.map(({ display }) => existsSync(socketOf(display)))).toEqual([false, false]);
});

test('where Xvfb is missing, this is said', async () => {
  vi.stubEnv('PATH', '/nowhere');
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });

  await expect(startVirtualScreen(UPRIGHT)).rejects.toThrow('Xvfb ENOENT');
});

test('X11 and Wayland both are screens', () => {
  expect(hasScreen({ DISPLAY: ':0' })).toBe(true);
  expect(hasScreen({ WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
  expect(hasScreen({ DISPLAY: '' })).toBe(false);
});

/** Where X servers listen, as X(7) says. */
function socketOf(display: string): string {
  return `/tmp/.X11-unix/X${display.slice(1)}`;
}
