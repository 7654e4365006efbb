import { describe, expect, test } from 'vitest';
import { isCovered, isOriginPattern } from './origin-pattern.ts';

describe('an origin pattern', () => {
  test.each([
    'https://www.caf.fr',
    'https://www.caf.fr:8443',
    'https://*.caf.fr',
    'https://*.service-public.gouv.fr',
    'http://127.0.0.1:4100',
    'http://localhost:4100',
  ])('%s is one', (text) => {
    expect(isOriginPattern(text)).toBe(true);
  });

  test.each([
    '',
    'www.caf.fr',
    'http://www.caf.fr',
    'https://www.caf.fr/',
    'https://www.caf.fr/compte',
    'https://user@www.caf.fr',
    'https://WWW.caf.fr',
    'https://*',
    'https://*.fr',
    'https://www.*.fr',
    'https://*.*.fr',
    'https://*.10.0.0.1',
    'http://*.localhost',
    'file:///etc',
    'data:text/html,x',
    'https://www.caf.fr https://evil.example',
  ])('%j is none', (text) => {
    expect(isOriginPattern(text)).toBe(false);
  });
});

describe('a star', () => {
  const patterns = ['https://*.caf.fr', 'https://caf.fr:8443'];

  test.each(['https://www.caf.fr/', 'https://a.b.caf.fr/path?x#y'])('covers %s', (address) => {
    expect(isCovered(new URL(address), patterns)).toBe(true);
  });

  test.each([
    'https://caf.fr/',
    'https://caf.fr.evil.example/',
    'https://evilcaf.fr/',
    'http://www.caf.fr/',
    'https://www.caf.fr:444/',
    'wss://www.caf.fr/',
    'https://evil.example/?.caf.fr',
    'https://evil.example/#.caf.fr',
    'https://www.caf.fr@evil.example/',
    'blob:https://www.caf.fr/1',
    'data:text/html,.caf.fr',
    'file:///.caf.fr',
  ])('does not cover %s', (address) => {
    expect(isCovered(new URL(address), patterns)).toBe(false);
  });
});

test('an origin covers its own port only', () => {
  const patterns = ['http://127.0.0.1:4100'];

  expect(isCovered(new URL('http://127.0.0.1:4100/a'), patterns)).toBe(true);
  expect(isCovered(new URL('http://127.0.0.1:4101/a'), patterns)).toBe(false);
  expect(isCovered(new URL('https://127.0.0.1:4100/a'), patterns)).toBe(false);
});
