import { BarcodeFormat, QRCodeWriter } from '@zxing/library';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Picture, readPicture } from './read-picture.ts';

const CODE = 'EKI100447320180736000000277468';

test.each<[string, View]>([
  ['as it is printed', {}],
  ['turned in the hand', { turned: 0.3 }],
  ['upside down', { turned: Math.PI }],
  ['held askew', { turned: 0.2, tilt: 0.3 }],
  ['from far away', { pointsPerModule: 3, turned: 0.1 }],
  ['in poor light', { dark: 70, light: 130 }],
])('the code of a notice is read: %s', (_, view) => {
  expect(readPicture(pictureOf(CODE, view))).toBe(CODE);
});

test('half a code is none', () => {
  const picture = pictureOf(CODE, {});
  picture.data.fill(255, 0, picture.data.length / 2);

  expect(readPicture(picture)).toBeNull();
});

test('where there is no code, none is found', () => {
  const points = 64 * 64 * 4;
  fc.assert(
    fc.property(fc.uint8Array({ minLength: points, maxLength: points }), (noise) => {
      expect(readPicture({ data: new Uint8ClampedArray(noise), width: 64, height: 64 })).toBeNull();
    }),
    { numRuns: 50 },
  );
  expect(readPicture({ data: new Uint8ClampedArray(640 * 640 * 4), width: 640, height: 640 })).toBeNull();
});

interface View {
  /** In radians. */
  turned?: number;
  /** How much smaller its upper edge is. */
  tilt?: number;
  pointsPerModule?: number;
  dark?: number;
  light?: number;
}

const SIDE = 320;
/** Each point is the mean of so many by so many, as a lens does it. */
const FINER = 3;

/** What a camera sees of it. */
function pictureOf(text: string, view: View): Picture {
  const { turned = 0, tilt = 0, pointsPerModule = 6, dark = 0, light = 255 } = view;
  const code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 1, 1, new Map());
  const side = code.getWidth();
  const isDark = (x: number, y: number): boolean => {
    const far = 1 + (tilt * y) / pointsPerModule / side;
    const across = x / pointsPerModule / far;
    const down = y / pointsPerModule / far;
    const column = Math.floor(across * Math.cos(turned) - down * Math.sin(turned) + side / 2);
    const row = Math.floor(across * Math.sin(turned) + down * Math.cos(turned) + side / 2);
    const isInside = column >= 0 && row >= 0 && column < side && row < side;
    return isInside && code.get(column, row);
  };
  const data = new Uint8ClampedArray(SIDE * SIDE * 4).fill(255);
  for (let point = 0; point < SIDE * SIDE; point++) {
    let sum = 0;
    for (let part = 0; part < FINER * FINER; part++) {
      const x = (point % SIDE) + ((part % FINER) + 0.5) / FINER - SIDE / 2;
      const y = Math.floor(point / SIDE) + (Math.floor(part / FINER) + 0.5) / FINER - SIDE / 2;
      sum += isDark(x, y) ? dark : light;
    }
    data.fill(sum / FINER ** 2, point * 4, point * 4 + 3);
  }
  return { data, width: SIDE, height: SIDE };
}
