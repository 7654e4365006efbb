import { expect, it } from 'vitest';
import { boundMemory } from './bound-memory.ts';

const MEGABYTE_PAGES = 16;

it('lets a decoder grow up to its bound, and no further', () => {
  boundMemory(2);
  const memory = new WebAssembly.Memory({ initial: 1 });

  const before = memory.grow(MEGABYTE_PAGES);

  expect(before).toBe(1);
  expect(() => memory.grow(MEGABYTE_PAGES)).toThrow(RangeError);
  expect(memory.buffer.byteLength / 65_536).toBe(1 + MEGABYTE_PAGES);
});
