import { expect, it } from 'vitest';
import { readPicture } from '../../screens/quick-pay/read-picture.ts';
import { phoneCode } from './phone-code.ts';

const ADDRESS = 'https://envoi.ekidom.example/u/0123456789abcdefghjkmnpqrs';
const POINTS_A_MODULE = 4;
const QUIET_MODULES = 4;

it('is read back as the address, and keeps its quiet zone', () => {
  const { side, path } = phoneCode(ADDRESS);

  const modules = [...path.matchAll(/M(\d+) (\d+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);

  expect(readPicture(drawn(modules, side))).toBe(ADDRESS);
  expect(Math.min(...modules.flat())).toBe(QUIET_MODULES);
  expect(Math.max(...modules.flat())).toBe(side - 1 - QUIET_MODULES);
});

function drawn(modules: readonly (readonly [number, number])[], side: number) {
  const width = side * POINTS_A_MODULE;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [x, y] of modules) {
    for (let row = 0; row < POINTS_A_MODULE; row++) {
      const start = ((y * POINTS_A_MODULE + row) * width + x * POINTS_A_MODULE) * 4;
      for (let at = start; at < start + POINTS_A_MODULE * 4; at += 4) data.set([0, 0, 0], at);
    }
  }
  return { data, width, height: width };
}
