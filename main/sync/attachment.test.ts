import { expect, test } from 'vitest';
import { createSealing } from '../secrets/sealing.ts';
import { PART_BYTES, readerOfParts, sealParts } from './attachment.ts';

const sealing = createSealing(Buffer.alloc(32, 1));
const row = { deliveryId: 'd-1', kind: 'document', lane: 'lane' };
const content = Buffer.alloc(2 * PART_BYTES + 10, 'page of Mme Dupont ');

test('an attachment is read in pieces that begin wherever it was broken off', () => {
  const { read } = arrange();

  const pieces = [0, PART_BYTES, PART_BYTES + 7, 2 * PART_BYTES].map(read);

  expect(pieces).toEqual([
    { ok: true, value: content.subarray(0, PART_BYTES) },
    { ok: true, value: content.subarray(PART_BYTES, 2 * PART_BYTES) },
    { ok: true, value: content.subarray(PART_BYTES + 7, 2 * PART_BYTES) },
    { ok: true, value: content.subarray(2 * PART_BYTES) },
  ]);
});

test('no part shows what is in it, and none can be put in the place of another', () => {
  const { parts, read } = arrange();
  const [first = Buffer.of(), second = Buffer.of()] = parts;

  parts.splice(0, 2, second, first);

  expect(Buffer.concat(parts).includes('Dupont')).toBe(false);
  expect([read(0), read(PART_BYTES)]).toEqual([
    { ok: true, value: null },
    { ok: true, value: null },
  ]);
  expect(read(2 * PART_BYTES)).toMatchObject({ value: content.subarray(2 * PART_BYTES) });
});

test('what is not there cannot be read', () => {
  expect(arrange().read(3 * PART_BYTES)).toEqual({ ok: true, value: null });
});

function arrange() {
  const parts = sealParts(sealing, row, content);
  const partOf = (_: string, number: number) => ({ ok: true, value: parts[number] ?? null }) as const;
  return { parts, read: readerOfParts(sealing, { partOf }, row) };
}
