import { expect, test } from 'vitest';
import { coveredUntil } from './covered-until.ts';

const TODAY = '2018-07-11';

test.each([
  ['nothing was sent', '2018-07-29', [], '2018-07-29'],
  [
    'the next year was sent',
    '2018-07-29',
    [{ insuredFrom: '2018-07-30', insuredTo: '2019-07-29' }],
    '2019-07-29',
  ],
  [
    'a year that leaves days between',
    '2018-07-29',
    [{ insuredFrom: '2018-08-15', insuredTo: '2019-07-29' }],
    '2018-07-29',
  ],
  ['the first one ever', null, [{ insuredFrom: '2018-07-01', insuredTo: '2019-06-30' }], '2019-06-30'],
  ['one that begins only later', null, [{ insuredFrom: '2018-09-01', insuredTo: '2019-08-31' }], null],
  [
    'after one that has run out',
    '2018-07-01',
    [{ insuredFrom: '2018-07-11', insuredTo: '2019-07-10' }],
    '2019-07-10',
  ],
  [
    'two years, in whatever order',
    '2018-07-29',
    [
      { insuredFrom: '2019-07-30', insuredTo: '2020-07-29' },
      { insuredFrom: '2018-07-30', insuredTo: '2019-07-29' },
    ],
    '2020-07-29',
  ],
])('%s', (_, known, sent, until) => {
  expect(coveredUntil(known, sent, TODAY)).toBe(until);
});
