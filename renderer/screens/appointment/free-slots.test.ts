import { expect, test } from 'vitest';
import { daysAt, placesOf, slotsOn } from './free-slots.ts';

const slot = (id: string, placeId: string, day: string) => ({
  id,
  placeId,
  day,
  time: '09:00',
  endTime: '09:30',
});
const free = {
  places: ['centre', 'est', 'nord'].map((id) => ({ id, name: id, addressLines: [id] })),
  slots: [
    slot('1', 'centre', '2018-07-12'),
    slot('2', 'est', '2018-07-12'),
    slot('3', 'centre', '2018-07-12'),
    slot('4', 'centre', '2018-07-16'),
  ],
};

test('only where somebody is free can be chosen', () => {
  expect(placesOf(free).map(({ id }) => id)).toEqual(['centre', 'est']);
});

test('each day is offered once, and its hours in their order', () => {
  expect(daysAt(free, 'centre')).toEqual(['2018-07-12', '2018-07-16']);
  expect(slotsOn(free, 'centre', '2018-07-12').map(({ id }) => id)).toEqual(['1', '3']);
});
