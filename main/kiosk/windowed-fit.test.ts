import { expect, test } from 'vitest';
import { windowedFit } from './windowed-fit.ts';

const upright = { widthPixels: 1080, heightPixels: 1920 };

test('on a screen that is large enough the kiosk has its own size', () => {
  expect(windowedFit(upright, { width: 1920, height: 1920 })).toEqual({
    width: 1080,
    height: 1920,
    zoomFactor: 1,
  });
});

test('on a laptop the whole upright kiosk is seen, its title bar included', () => {
  const { width, height, zoomFactor } = windowedFit(upright, { width: 1366, height: 728 });

  expect(height).toBe(680);
  expect(width / height).toBeCloseTo(1080 / 1920, 2);
  expect(zoomFactor).toBeCloseTo(680 / 1920, 5);
});

test('a kiosk lying on its side is made as small as the laptop is narrow', () => {
  const lying = { widthPixels: 1920, heightPixels: 1080 };

  expect(windowedFit(lying, { width: 1280, height: 1000 }).width).toBe(1280);
});
