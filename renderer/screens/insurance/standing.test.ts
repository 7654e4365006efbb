import { expect, test } from 'vitest';
import { standingOf } from './standing.ts';

const insurance = { isRequired: true, asOf: '2018-07-11', certificates: [] };

test.each([
  ['2019-06-30', 'insured'],
  ['2018-08-11', 'insured'],
  ['2018-08-10', 'endsSoon'],
  ['2018-07-11', 'endsSoon'],
  ['2018-07-10', 'over'],
  [null, 'none'],
])('covered until %s is %s', (coveredUntil, standing) => {
  expect(standingOf({ ...insurance, coveredUntil })).toBe(standing);
});

test.each(['2018-07-10', '2018-07-12', null])(
  'nobody is reminded of what no lease asks for',
  (coveredUntil) => {
    expect(['notRequired', 'insured']).toContain(
      standingOf({ ...insurance, isRequired: false, coveredUntil }),
    );
  },
);
