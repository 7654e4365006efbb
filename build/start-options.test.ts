import { expect, test } from 'vitest';
import { readStartOptions } from './start-options.ts';

test('the kiosk fills the screen unless a window is asked for', () => {
  expect(readStartOptions([])).toEqual({ window: 'kiosk' });
  expect(readStartOptions(['--windowed'])).toEqual({ window: 'windowed' });
});

test('a word that means nothing is named, with what there is', () => {
  expect(readStartOptions(['--windowed', '--window'])).toBe(
    '"--window" is not understood. There is: npm start, and npm start -- --windowed.',
  );
});
