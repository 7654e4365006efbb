import { expect, test } from 'vitest';
import { simulateFleet } from './simulate-fleet.ts';
import { createVirtualTime } from './virtual-time.ts';

test('after an hour without the API, nothing is lost and nobody storms it', async () => {
  const fleet = await simulateFleet({ kiosks: 200, wishesPerKioskAndHour: 8, seed: 1 });

  expect(fleet.lost).toBe(0);
  // Two for a report every five minutes, one for the alerts every ten, and what people hand in.
  expect(fleet.requestsPerKioskAndHour).toBeLessThan(45);
  // The fewer kiosks, the more chance has to say in any one minute: with thousands it is below 3.
  expect(fleet.peakRatio).toBeLessThan(4);
  expect(fleet.minutesToCatchUp).toBeLessThan(75);
});

test('events come in the order of their time, and in the order they were asked for at the same time', async () => {
  const time = createVirtualTime();
  const seen: string[] = [];
  const at = (seconds: number, name: string) =>
    time.after(seconds, () => void seen.push(`${name} ${time.nowSeconds()}`));
  for (const seconds of [5, 3, 9, 1, 7]) at(seconds, 'first');
  at(3, 'second');
  at(4, 'called off')();
  at(20, 'too late');

  await time.runUntil(10);

  expect(seen).toEqual(['first 1', 'first 3', 'second 3', 'first 5', 'first 7', 'first 9']);
});
