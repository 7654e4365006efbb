import { describe, expect, test } from 'vitest';
import {
  inPicture,
  isSheet,
  type Pixels,
  type Point,
  type Quad,
  straighten,
  straightSize,
  turned,
} from './perspective.ts';

const quad = (...corners: readonly [number, number][]): Quad =>
  corners.map(([x, y]) => ({ x, y })) as unknown as Quad;

const SLANTED = quad([20, 10], [90, 30], [80, 95], [5, 70]);

describe('where a point of the straight sheet is in the picture', () => {
  test('corners are corners', () => {
    const look = inPicture(SLANTED);

    expect([look(0, 0), look(1, 0), look(1, 1), look(0, 1)].map(rounded)).toEqual(SLANTED);
  });

  test('lines stay lines: the diagonals still meet in the middle of the sheet', () => {
    const look = inPicture(SLANTED);
    const [a, b, c, d] = SLANTED;

    const middle = look(0.5, 0.5);

    expect(offLine(middle, a, c)).toBeCloseTo(0);
    expect(offLine(middle, b, d)).toBeCloseTo(0);
  });

  test('what is nearer to the camera is larger: its half takes more than half of the picture', () => {
    const look = inPicture(quad([30, 0], [70, 0], [100, 100], [0, 100]));

    expect(look(0.5, 0.5)).toEqual({ x: 50, y: expect.closeTo(28.57) });
  });

  test('seen from above, nothing changes', () => {
    const look = inPicture(quad([10, 20], [110, 20], [110, 70], [10, 70]));

    expect(look(0.25, 0.5)).toEqual({ x: 35, y: 45 });
  });
});

describe('the straight sheet', () => {
  test('a picture of four colours seen through a known slant has its colours in its quarters', () => {
    const picture = paint(SLANTED, 100, 100);

    const straight = straighten(picture, SLANTED, { width: 40, height: 40 });

    const at = (x: number, y: number) => [...straight.subarray((y * 40 + x) * 4, (y * 40 + x) * 4 + 4)];
    expect(at(8, 8)).toEqual([250, 0, 0, 255]);
    expect(at(32, 8)).toEqual([0, 250, 0, 255]);
    expect(at(32, 32)).toEqual([0, 0, 250, 255]);
    expect(at(8, 32)).toEqual([250, 250, 0, 255]);
  });

  test('the whole picture as its sheet is the picture', () => {
    const picture = paint(SLANTED, 30, 20);

    const straight = straighten(picture, quad([0, 0], [30, 0], [30, 20], [0, 20]), { width: 30, height: 20 });

    expect(straight).toEqual(picture.data);
  });

  test('corners on the edge of the picture look at nothing outside it', () => {
    const picture: Pixels = { width: 2, height: 2, data: new Uint8ClampedArray(16).fill(200) };

    const straight = straighten(picture, quad([-5, -5], [9, -3], [8, 9], [-2, 7]), { width: 5, height: 5 });

    expect(new Set(straight)).toEqual(new Set([200, 255]));
  });
});

describe('its size', () => {
  test.each([
    ['upright A4', quad([0, 0], [210, 0], [210, 297], [0, 297]), { width: 210, height: 297 }],
    ['A4 lying on its side', quad([0, 0], [297, 0], [297, 210], [0, 210]), { width: 297, height: 210 }],
    [
      'A4 that looks shorter from aside',
      quad([0, 0], [800, 0], [800, 1_000], [0, 1_000]),
      { width: 707, height: 1_000 },
    ],
    ['a card', quad([0, 0], [856, 0], [856, 500], [0, 500]), { width: 856, height: 500 }],
    ['a strip', quad([0, 0], [80, 0], [80, 400], [0, 400]), { width: 80, height: 400 }],
    [
      'more than is needed',
      quad([0, 0], [4_200, 0], [4_200, 5_940], [0, 5_940]),
      { width: 1_556, height: 2_200 },
    ],
  ])('%s', (_, corners, size) => {
    expect(straightSize(corners)).toEqual(size);
  });
});

test.each([
  ['a sheet', SLANTED, true],
  ['a dented one', quad([0, 0], [10, 0], [3, 3], [0, 10]), false],
  ['one whose edges cross', quad([0, 0], [10, 10], [10, 0], [0, 10]), false],
  ['one seen from behind', quad([10, 0], [0, 0], [0, 10], [10, 10]), false],
  ['a line', quad([0, 0], [5, 0], [10, 0], [5, 0]), false],
])('%s', (_, corners, expected) => {
  expect(isSheet(corners)).toBe(expected);
});

test('turned four times, the corners are where they were', () => {
  const once = turned(SLANTED, { width: 100, height: 80 });
  const twice = turned(once, { width: 80, height: 100 });
  const thrice = turned(twice, { width: 100, height: 80 });

  expect(isSheet(once)).toBe(true);
  expect(turned(thrice, { width: 80, height: 100 })).toEqual(SLANTED);
});

/** A sheet of four coloured quarters as it is seen at that slant. */
function paint(sheet: Quad, width: number, height: number): Pixels {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  const look = inPicture(sheet);
  const STEPS = 600;
  for (let down = 0; down < STEPS; down++) {
    for (let across = 0; across < STEPS; across++) {
      const { x, y } = look(across / STEPS, down / STEPS);
      if (x < 0 || y < 0 || x >= width || y >= height) continue;
      const isRight = across >= STEPS / 2;
      const isLower = down >= STEPS / 2;
      const colour = isRight ? (isLower ? [0, 0, 250] : [0, 250, 0]) : isLower ? [250, 250, 0] : [250, 0, 0];
      data.set(colour, (Math.floor(y) * width + Math.floor(x)) * 4);
    }
  }
  return { width, height, data };
}

function rounded({ x, y }: Point): Point {
  return { x: Math.round(x * 1e6) / 1e6, y: Math.round(y * 1e6) / 1e6 };
}

function offLine(point: Point, from: Point, to: Point): number {
  return (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x);
}
