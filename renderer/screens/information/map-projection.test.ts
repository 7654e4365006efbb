import { expect, test } from 'vitest';
import { projectionFor } from './map-projection.ts';
import { TOWN_BOUNDS } from './town.ts';

const centre = { latitude: 46.5836, longitude: 0.3445 };
const farAway = { latitude: 46.8169, longitude: 0.5434 };

test('north is up, east is right, and the town fills the drawing', () => {
  const { place, width, height } = projectionFor([centre], TOWN_BOUNDS, 1_000);

  const here = place(centre);
  const northEast = place({ latitude: centre.latitude + 0.01, longitude: centre.longitude + 0.01 });

  expect(width).toBe(1_000);
  expect(northEast.x).toBeGreaterThan(here.x);
  expect(northEast.y).toBeLessThan(here.y);
  expect(place({ latitude: TOWN_BOUNDS.north, longitude: TOWN_BOUNDS.west })).toEqual({ x: 80, y: 80 });
  expect(height).toBeGreaterThan(500);
});

test('an agency far outside of the town is on the drawing, too', () => {
  const { place, width, height } = projectionFor([centre, farAway], TOWN_BOUNDS, 1_000);

  for (const point of [centre, farAway]) {
    const { x, y } = place(point);
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(width);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(height);
  }
});

test('a kilometre is as long northwards as eastwards', () => {
  const { place } = projectionFor([], TOWN_BOUNDS, 1_000);
  const here = place(centre);
  const kilometreNorth = place({ ...centre, latitude: centre.latitude + 1 / 111.2 });
  const kilometreEast = place({ ...centre, longitude: centre.longitude + 1 / 76.4 });

  expect(here.y - kilometreNorth.y).toBeCloseTo(kilometreEast.x - here.x, 0);
});
