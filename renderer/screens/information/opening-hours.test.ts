import { expect, test } from 'vitest';
import { openStateAt, weekInLines } from './opening-hours.ts';

const MORNING = { from: '09:00', to: '12:30' };
const AFTERNOON = { from: '13:30', to: '17:00' };

/** Monday to Thursday all day, Friday in the morning. */
const openingHours = [
  ...[1, 2, 3, 4].flatMap((weekday) => [
    { weekday, ...AFTERNOON },
    { weekday, ...MORNING },
  ]),
  { weekday: 5, ...MORNING },
];
const reason = { fr: 'Fête nationale', en: 'National Day' };
const agency = { openingHours, closures: [{ from: '2018-07-13', to: '2018-07-14', reason }] };

test.each([
  ['on Wednesday morning', '2018-07-11T07:30:00Z', { name: 'open', until: '12:30' }],
  ['at lunch', '2018-07-11T10:45:00Z', { name: 'opensToday', at: '13:30' }],
  ['at the minute it opens', '2018-07-11T11:30:00Z', { name: 'open', until: '17:00' }],
  ['at the minute it closes', '2018-07-11T15:00:00Z', { name: 'opensOn', weekday: 4, at: '09:00' }],
  ['before a day off and a weekend', '2018-07-12T20:00:00Z', { name: 'opensOn', weekday: 1, at: '09:00' }],
  ['on a day off', '2018-07-13T08:00:00Z', { name: 'closedToday', reason }],
  ['in winter time', '2018-12-12T08:30:00Z', { name: 'open', until: '12:30' }],
])('%s', (_when, now, state) => {
  expect(openStateAt(agency, new Date(now))).toEqual(state);
});

test('an agency that never opens is closed', () => {
  expect(openStateAt({ openingHours: [], closures: [] }, new Date('2018-07-11T08:00:00Z'))).toEqual({
    name: 'closed',
  });
});

test('days that are open alike stand on one line, and a day between them parts them', () => {
  const wednesdayOff = openingHours.filter(({ weekday }) => weekday !== 3);

  expect(weekInLines(openingHours)).toEqual([
    { first: 1, last: 4, times: [MORNING, AFTERNOON] },
    { first: 5, last: 5, times: [MORNING] },
  ]);
  expect(weekInLines(wednesdayOff).map(({ first, last }) => [first, last])).toEqual([
    [1, 2],
    [4, 4],
    [5, 5],
  ]);
});
