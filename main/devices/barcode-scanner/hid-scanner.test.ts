import { EventEmitter } from 'node:events';
import fc from 'fast-check';
import type { Device } from 'node-hid';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { silentLog } from '../../log/log.ts';
import { createHidScanner } from './hid-scanner.ts';

const CODE = 'EKI100447320180736000000277468';
const IDENTITY = { vendorId: 0x0c2e, productId: 0x0b61 };
/** A scanner lists as a keyboard of its own, too. */
const ENTRIES = [entry(0x01, 0x06, 'keyboard'), entry(0x8c, 0x02, 'scanner'), entry(0x8c, 0x01, 'other')];

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a code', () => {
  test('in one report is told', async () => {
    const { scanner, devices, scanned } = arrange();
    await scanner.open();

    devices[0]?.emit('data', report(CODE));

    expect(scanned).toEqual([CODE]);
  });

  test('in several reports is told once, whole', async () => {
    const { scanner, devices, scanned } = arrange();
    const long = 'EKI1'.repeat(40);
    await scanner.open();

    for (const [index, part] of partsOf(long).entries()) {
      devices[0]?.emit('data', report(part, { goesOn: (index + 1) * 56 < long.length }));
    }

    expect(scanned).toEqual([long]);
  });

  test('whose end never came is not put before the next one', async () => {
    const { scanner, devices, scanned } = arrange();
    await scanner.open();

    devices[0]?.emit('data', report('EKI1', { goesOn: true }));
    vi.advanceTimersByTime(600);
    devices[0]?.emit('data', report(CODE));

    expect(scanned).toEqual([CODE]);
  });

  test('that never ends is let go of', async () => {
    const { scanner, devices, scanned } = arrange();
    await scanner.open();

    for (let times = 0; times < 50; times++)
      devices[0]?.emit('data', report('9'.repeat(56), { goesOn: true }));

    expect(scanned).toEqual([]);
  });

  test.each([
    ['another report', (frame: Buffer) => frame.writeUInt8(3, 0)],
    ['no AIM identifier', (frame: Buffer) => frame.writeUInt8(0x20, 2)],
    ['more than it has room for', (frame: Buffer) => frame.writeUInt8(57, 1)],
    ['nothing', (frame: Buffer) => frame.writeUInt8(0, 1)],
    ['what is no text', (frame: Buffer) => frame.writeUInt8(0x07, 8)],
  ])('is not told when it has %s', async (_, spoil) => {
    const { scanner, devices, scanned } = arrange();
    await scanner.open();
    const frame = report(CODE);
    spoil(frame);

    devices[0]?.emit('data', frame);

    expect(scanned).toEqual([]);
  });
});

describe('the scanner', () => {
  test('is opened by the entry that scans', async () => {
    const { scanner, opened } = arrange();

    await scanner.open();
    await scanner.open();

    expect(opened).toEqual(['scanner']);
  });

  test('that was pulled out and put back is opened anew', async () => {
    const { scanner, devices, scanned, plugged } = arrange();
    await scanner.open();

    plugged.entries = [];
    devices[0]?.emit('error', new Error('could not read from HID device'));
    await vi.advanceTimersByTimeAsync(1_000);
    plugged.entries = ENTRIES;
    await vi.advanceTimersByTimeAsync(2_000);
    devices[1]?.emit('data', report(CODE));

    expect(scanned).toEqual([CODE]);
    expect(devices[0]?.close).toHaveBeenCalledOnce();
  });

  test('that is not there is looked for less and less, and then when somebody needs it', async () => {
    const { scanner, opened, plugged, looks } = arrange();
    plugged.entries = [];

    await scanner.open();
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(looks()).toBe(7);
    plugged.entries = ENTRIES;
    await scanner.open();

    expect(opened).toEqual(['scanner']);
  });

  test('that may not be opened leaves the kiosk running', async () => {
    const { scanner, plugged } = arrange();
    plugged.isForbidden = true;

    await expect(scanner.open()).resolves.toBeUndefined();
  });

  test('is closed for good', async () => {
    const { scanner, devices, opened } = arrange();
    await scanner.open();

    await scanner.close();
    await scanner.open();
    await vi.advanceTimersByTimeAsync(60_000);

    expect(devices[0]?.close).toHaveBeenCalledOnce();
    expect(opened).toEqual(['scanner']);
  });
});

test('no reports make it stumble, and nothing but a line of text is ever told', async () => {
  const { scanner, devices, scanned } = arrange();
  await scanner.open();
  const anyFrame = fc.oneof(
    fc.uint8Array({ maxLength: 80 }),
    fc.uint8Array({ minLength: 61, maxLength: 61 }).map((rest) => Uint8Array.from([2, 30, 0x5d, ...rest])),
  );

  fc.assert(
    fc.property(anyFrame, (frame) => {
      devices[0]?.emit('data', Buffer.from(frame));
    }),
    { numRuns: 10_000 },
  );

  expect(scanned.filter((text) => !/^[\x20-\x7e]{1,1500}$/.test(text))).toEqual([]);
});

function arrange() {
  const plugged = { entries: ENTRIES, isForbidden: false };
  const devices: PretendDevice[] = [];
  const opened: string[] = [];
  const scanned: string[] = [];
  const devicesAsync = vi.fn(async () => plugged.entries);
  const scanner = createHidScanner({
    identity: IDENTITY,
    onScan: (text) => scanned.push(text),
    log: silentLog,
    loadHid: async () => ({
      devicesAsync,
      async open(path) {
        if (plugged.isForbidden) throw new TypeError('cannot open device with path');
        opened.push(path);
        const device = new PretendDevice();
        devices.push(device);
        return device;
      },
    }),
  });
  return { scanner, plugged, devices, opened, scanned, looks: () => devicesAsync.mock.calls.length };
}

class PretendDevice extends EventEmitter {
  readonly close = vi.fn(async () => undefined);
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

function entry(usagePage: number, usage: number, path: string): Device {
  return { ...IDENTITY, usagePage, usage, path, release: 0, interface: 0 };
}
