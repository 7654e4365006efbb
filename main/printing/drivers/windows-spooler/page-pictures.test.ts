import { EventEmitter } from 'node:events';
import { PDFDocument } from 'pdf-lib';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { drawPages } from './page-pictures.ts';

/** Points: A4, and 80 mm by 100 mm. */
const A4 = [595.28, 841.89] as const;
const ROLL = [226.77, 283.46] as const;

test('each page of the very PDF becomes a picture as fine as the printer’s dots', {
  timeout: 30_000,
}, async () => {
  const pages = await drawPages(await pdfOf(A4, A4), 'a4', new AbortController().signal);
  const [receipt] = (await drawPages(await pdfOf(ROLL), 'roll80', new AbortController().signal)) ?? [];

  expect(pages?.map(sizeOf)).toEqual([
    [2479, 3504],
    [2479, 3504],
  ]);
  const [width, height] = sizeOf(receipt ?? new Uint8Array());
  expect(width).toBeCloseTo(639, -1);
  expect(height).toBeCloseTo(799, -1);
});

test('what is no PDF is not drawn, and takes nothing down with it', { timeout: 30_000 }, async () => {
  expect(await drawPages(Buffer.from('%PDF-1.7 no'), 'a4', new AbortController().signal)).toBeNull();
});

describe('a drawing', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('that hangs is given up, and its thread ended', async () => {
    const worker = new PretendWorker();
    const drawn = drawPages(Buffer.alloc(0), 'a4', new AbortController().signal, async () => worker);

    await vi.advanceTimersByTimeAsync(20_000);

    expect(await drawn).toBeNull();
    expect(worker.terminate).toHaveBeenCalledOnce();
  });

  test('goes on for as long as pages come', async () => {
    const worker = new PretendWorker();
    const drawn = drawPages(Buffer.alloc(0), 'a4', new AbortController().signal, async () => worker);

    for (let page = 1; page <= 5; page++) {
      await vi.advanceTimersByTimeAsync(10_000);
      worker.emit('message', { png: Uint8Array.of(page), isLast: page === 5 });
    }

    expect(await drawn).toHaveLength(5);
    expect(worker.terminate).toHaveBeenCalledOnce();
  });

  test('that is called off ends at once', async () => {
    const worker = new PretendWorker();
    const calling = new AbortController();
    const drawn = drawPages(Buffer.alloc(0), 'a4', calling.signal, async () => worker);
    await vi.advanceTimersByTimeAsync(1_000);

    calling.abort();

    expect(await drawn).toBeNull();
    expect(worker.terminate).toHaveBeenCalledOnce();
  });
});

class PretendWorker extends EventEmitter {
  readonly terminate = vi.fn(async () => 0);
}

async function pdfOf(...sizes: readonly (readonly [number, number])[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (const [width, height] of sizes) document.addPage([width, height]);
  return document.save();
}

/** Of a PNG: the two numbers of its first chunk. */
function sizeOf(png: Uint8Array): [number, number] {
  const header = Buffer.from(png);
  return [header.readUInt32BE(16), header.readUInt32BE(20)];
}
