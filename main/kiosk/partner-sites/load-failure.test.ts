import { expect, test } from 'vitest';
import { troubleOf } from './load-failure.ts';

test.each([
  ['a page that was given up for another', -3, null],
  ['a page that our own policy refused', -20, 'elsewhere'],
  ['a certificate for another name', -200, 'unsafe'],
  ['a certificate out of date', -201, 'unsafe'],
  ['a certificate nobody vouches for', -202, 'unsafe'],
  ['a broken TLS hello', -107, 'unsafe'],
  ['a server that does not answer', -118, 'tooSlow'],
  ['a server that refuses', -102, 'unreachable'],
  ['a name nobody knows', -105, 'unreachable'],
  ['no network', -106, 'unreachable'],
])('%s', (_, netError, trouble) => {
  expect(troubleOf(netError)).toBe(trouble);
});
