import { expect, test } from 'vitest';
import { figuresOf, grouped } from './reference.ts';

test('a reference is shown in groups, as on the paper', () => {
  expect(grouped('00447320180736')).toBe('0044\u00a07320\u00a01807\u00a036');
  expect(['', '0', '00447'].map(grouped)).toEqual(['', '0', '0044\u00a07']);
});

test('of what is typed, the figures count, and only as many as a reference has', () => {
  expect(figuresOf('0044 7320-18o7 36 999')).toBe('00447320187369');
});

test('what is shown in groups is read back', () => {
  expect(figuresOf(grouped('00447320180736'))).toBe('00447320180736');
});
