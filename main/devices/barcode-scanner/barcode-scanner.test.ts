import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { silentLog } from '../../log/log.ts';
import { entryOf, PretendDevice } from '../testing/pretend-hid.ts';
import { barcodeScanner } from './barcode-scanner.ts';

const CODE = 'EKI100447320180736000000277468';
const IDENTITY = { vendorId: 0x0c2e, productId: 0x0b61 };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a code', () => {
  test('in one report is told', () => {
    const { device, scanned } = arrange();

    device.emit('data', report(CODE));

    expect(scanned).toEqual([CODE]);
  });

  test('in several reports is told once, whole', () => {
    const { device, scanned } = arrange();
    const long = 'EKI1'.repeat(40);

    for (const [index, part] of partsOf(long).entries()) {
      device.emit('data', report(part, { goesOn: (index + 1) * 56 < long.length }));
    }

    expect(scanned).toEqual([long]);
  });

  test('whose end never came is not put before the next one', () => {
    const { device, scanned } = arrange();

    device.emit('data', report('EKI1', { goesOn: true }));
    vi.advanceTimersByTime(600);
    device.emit('data', report(CODE));

    expect(scanned).toEqual([CODE]);
  });

  test('that never ends is let go of', () => {
    const { device, scanned } = arrange();

    for (let times = 0; times < 50; times++) device.emit('data', report('9'.repeat(56), { goesOn: true }));

    expect(scanned).toEqual([]);
  });

  test.each([
    ['another report', (frame: Buffer) => frame.writeUInt8(3, 0)],
    ['no AIM identifier', (frame: Buffer) => frame.writeUInt8(0x20, 2)],
    ['more than it has room for', (frame: Buffer) => frame.writeUInt8(57, 1)],
    ['nothing', (frame: Buffer) => frame.writeUInt8(0, 1)],
    ['what is no text', (frame: Buffer) => frame.writeUInt8(0x07, 8)],
  ])('is not told when it has %s', (_, spoil) => {
    const { device, scanned } = arrange();
    const frame = report(CODE);
    spoil(frame);

    device.emit('data', frame);

    expect(scanned).toEqual([]);
  });
});

test('only the entry that scans is one', () => {
  const { scanner } = arrange();
  const entries = [
    [0x01, 0x06],
    [0x8c, 0x02],
    [0x8c, 0x01],
  ] as const;

  const found = entries.filter((usages) => scanner.isOne(entryOf('a', IDENTITY, usages)));

  expect(found).toEqual([[0x8c, 0x02]]);
  expect(scanner.isOne(entryOf('a', { ...IDENTITY, productId: 1 }, [0x8c, 0x02]))).toBe(false);
});

test('people are told to use it while there is one', () => {
  const { scanner, onReady } = arrange();

  for (const count of [1, 2, 1, 0]) scanner.onCount?.(count);

  expect(onReady.mock.calls).toEqual([[true], [true], [true], [false]]);
});

test('what comes after it was let go of is not told', () => {
  const { device, letGo, scanned } = arrange();

  letGo();
  device.emit('data', report(CODE));

  expect(scanned).toEqual([]);
});

test('no reports make it stumble, and nothing but a line of text is ever told', () => {
  const { device, scanned } = arrange();
  const anyFrame = fc.oneof(
    fc.uint8Array({ maxLength: 80 }),
    fc.uint8Array({ minLength: 61, maxLength: 61 }).map((rest) => Uint8Array.from([2, 30, 0x5d, ...rest])),
  );

  fc.assert(
    fc.property(anyFrame, (frame) => {
      device.emit('data', Buffer.from(frame));
    }),
    { numRuns: 10_000 },
  );

  expect(scanned.filter((text) => !/^[\x20-\x7e]{1,1500}$/.test(text))).toEqual([]);
});

function arrange() {
  const scanned: string[] = [];
  const onReady = vi.fn();
  const scanner = barcodeScanner({
    ids: IDENTITY,
    onScan: (text) => scanned.push(text),
    onReady,
    log: silentLog,
  });
  const device = new PretendDevice();
  const letGo = scanner.begin(device, () => {});
  return { scanner, device, letGo, scanned, onReady };
}

/** As scanners send it: 64 bytes, the unused ones zero. */
function report(text: string, { goesOn = false } = {}): Buffer {
  const frame = Buffer.alloc(64);
  frame.set([0x02, text.length]);
  frame.write(']Q1', 2, 'latin1');
  frame.write(text, 5, 'latin1');
  frame.writeUInt8(goesOn ? 1 : 0, 63);
  return frame;
}

function partsOf(text: string): string[] {
  return text.match(/.{1,56}/g) ?? [];
}
