import { text } from 'node:stream/consumers';
import { getHeapSnapshot } from 'node:v8';
import { expect, test } from 'vitest';
import { type HeapSnapshot, stringsOf } from './heap-strings.ts';

test('a text that was typed sign by sign is found whole', async () => {
  const typed = { so: '', far: '' };
  for (const sign of 'Runcible-Spoon-4711') {
    typed.so += sign.toUpperCase();
    typed.far = `${typed.so.length} ${typed.so}`;
  }

  const heap: HeapSnapshot = JSON.parse(await text(getHeapSnapshot()));

  expect(typed.far.length).toBe(22);
  // Not written out: this file is on the heap, too.
  const whole = /RUNCIBLE-SPOON-47\d1/;
  expect(heap.strings.some((each) => whole.test(each))).toBe(false);
  expect(stringsOf(heap).some((each) => whole.test(each))).toBe(true);
});
