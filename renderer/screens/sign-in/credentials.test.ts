import { expect, test } from 'vitest';
import { readinessOf } from './credentials.ts';

test('an address and a password can be asked about', () => {
  expect(readinessOf({ email: 'jeanne@exemple.fr', password: 'secret' })).toBe('ready');
});

test('what is missing is named, the address first', () => {
  expect(readinessOf({ email: ' ', password: '' })).toBe('emailMissing');
  expect(readinessOf({ email: 'jeanne@exemple.fr', password: '' })).toBe('passwordMissing');
});

test('a password of spaces is a password', () => {
  expect(readinessOf({ email: 'jeanne@exemple.fr', password: '   ' })).toBe('ready');
});

test.each([257, 10_000])('a password of %d characters is nobody’s', (length) => {
  expect(readinessOf({ email: 'jeanne@exemple.fr', password: 'a'.repeat(length) })).toBe('nobodys');
});

test('an endless address is nobody’s either', () => {
  expect(readinessOf({ email: `${'a'.repeat(250)}@b.fr`, password: 'secret' })).toBe('nobodys');
});
