import { expect, test } from 'vitest';
import { retryAfterSeconds } from './retry-after.ts';

const now = Date.UTC(2026, 0, 1, 12, 0, 0);

test.each<[unknown, number | null]>([
  ['0', 0],
  ['120', 120],
  ['86401', 86_400],
  ['99999999999999999999', null],
  ['Thu, 01 Jan 2026 12:01:30 GMT', 90],
  ['Thu, 01 Jan 2026 11:00:00 GMT', 0],
  ['Thu, 01 Jan 2099 12:00:00 GMT', 86_400],
  ['soon', null],
  ['-5', null],
  ['', null],
  [undefined, null],
  [['1', '2'], null],
])('Retry-After %j is %j seconds', (header, seconds) => {
  expect(retryAfterSeconds(header, now)).toBe(seconds);
});
