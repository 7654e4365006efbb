import { expect, test } from 'vitest';
import { layoutFor } from '../../../renderer/components/on-screen-keyboard/layouts.ts';
import { keyStrokes } from './key-strokes.ts';

const NO_TEXT = ['{shift}', '{letters}', '{symbols}', '{accents}'];

test('every key of the keyboard types what stands on it', () => {
  const keys = (['email', 'password'] as const).flatMap((kind) =>
    Object.values(layoutFor(kind)).flatMap((rows) => rows.flatMap((row) => row.split(' '))),
  );

  for (const key of keys.filter((each) => each === '{' || !each.startsWith('{'))) {
    expect(
      keyStrokes(key)
        .map(({ text }) => text)
        .join(''),
      key,
    ).toBe(key);
  }
  for (const key of NO_TEXT) expect(keyStrokes(key), key).toEqual([]);
});

test('backspace, space and enter are themselves', () => {
  expect(['{backspace}', '{space}', '{next}'].map((key) => keyStrokes(key)[0]?.key)).toEqual([
    'Backspace',
    ' ',
    'Enter',
  ]);
});

test('what is no key types nothing', () => {
  expect(keyStrokes('\u0000\u001b\t')).toEqual([]);
  expect(keyStrokes('{constructor}')).toEqual([]);
  expect(
    keyStrokes('constructor')
      .map(({ text }) => text)
      .join(''),
  ).toBe('constructor');
});
