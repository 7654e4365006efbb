import { expect, test } from 'vitest';
import { lifeOf } from './accounts.ts';

const TODAY = '2018-07-11';

test.each([
  ['2018-07-12', null, 'coming'],
  [TODAY, null, 'current'],
  ['2015-01-01', '2018-12-31', 'current'],
  ['2015-01-01', TODAY, 'current'],
  ['2015-01-01', '2018-07-10', 'former'],
] as const)('a lease from %s to %s is %s', (startsOn, endsOn, life) => {
  const lease = {
    id: 'l-1',
    number: '1',
    holders: [],
    addressLines: ['1 rue'],
    startsOn,
    endsOn,
    residenceId: null,
  };

  expect(lifeOf({ lease, asOf: TODAY })).toBe(life);
});
