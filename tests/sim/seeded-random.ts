import { createHash } from 'node:crypto';

/** 0 up to but not 1; the same seed gives the same numbers. */
export function seededRandom(seed: number): () => number {
  let block = Buffer.alloc(0);
  let blocks = 0;
  let at = 0;
  return () => {
    if (at + 4 > block.length) {
      block = createHash('sha512').update(`${seed} ${blocks++}`).digest();
      at = 0;
    }
    at += 4;
    return block.readUInt32BE(at - 4) / 2 ** 32;
  };
}
