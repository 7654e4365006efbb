import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { silentLog } from '../../log/log.ts';
import { entryOf, PretendDevice } from '../testing/pretend-hid.ts';
import {
  EM4100_REPORT,
  PCPROX_CORPORATE,
  PCPROX_H10301,
  TEXT_REPORT,
  UID_REPORT,
} from '../testing/recorded-frames.ts';
import type { BadgeEvent } from './badge.ts';
import { badgeReader } from './badge-reader.ts';
import { readBadgeReport } from './badge-report.ts';
import { type BadgeFormat, badgeFormatSchema } from './badge-settings.ts';
import { readPcprox } from './pcprox.ts';

const IDS = { vendorId: 0x09d8, productId: 0x0410 };
const READER_ID = '09d8:0410';
const SENT = [
  ['a UID behind its length', UID_REPORT],
  ['an EM4100, the lowest byte first', EM4100_REPORT],
  ['figures in ASCII', TEXT_REPORT],
] as const;
const ASKED = [PCPROX_H10301, PCPROX_CORPORATE] as const;
const NOTHING = Buffer.alloc(8);
const SEED = 20_180_711;
const RUNS = 10_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a badge', () => {
  test.each(SENT)('is told: %s', (_, { format, report, number }) => {
    const { device, events } = arrange(format);

    device.emit('data', report);

    expect(events).toEqual([{ name: 'presented', readerId: READER_ID, number }]);
  });

  test('that is left on the reader is told once, and again when it comes back', () => {
    const { device, events } = arrange(UID_REPORT.format);

    for (let times = 0; times < 10; times++) {
      device.emit('data', UID_REPORT.report);
      vi.advanceTimersByTime(500);
    }
    expect(events).toHaveLength(1);
    vi.advanceTimersByTime(1_500);
    device.emit('data', UID_REPORT.report);

    expect(events).toHaveLength(2);
  });

  test('that follows another at once is told, too', () => {
    const { device, events } = arrange(UID_REPORT.format);
    const other = Buffer.from(UID_REPORT.report);
    other[8] = 0x81;

    device.emit('data', UID_REPORT.report);
    device.emit('data', other);

    expect(events.map((event) => event.name === 'presented' && event.number)).toEqual([
      '044C6B92D72580',
      '044C6B92D72581',
    ]);
  });

  test('that comes after the reader was let go of is not told', () => {
    const { device, letGo, events } = arrange(UID_REPORT.format);

    letGo();
    device.emit('data', UID_REPORT.report);

    expect(events).toEqual([]);
  });
});

describe('a report is no badge', () => {
  test.each(SENT)('when it was cut off anywhere, or is longer: %s', (_, { format, report }) => {
    for (let bytes = 0; bytes < report.length; bytes++) {
      expect(readBadgeReport(format, report.subarray(0, bytes))).toBeNull();
    }
    expect(readBadgeReport(format, Buffer.concat([report, Buffer.alloc(1)]))).toBeNull();
  });

  test.each(SENT)('when something stands behind the number: %s', (_, { format, report }) => {
    const spoilt = Buffer.from(report);
    spoilt[spoilt.length - 1] = 1;

    expect(readBadgeReport(format, spoilt)).toBeNull();
  });

  test.each([
    ['it begins otherwise', 0, 0x03],
    ['it is too short to be one', 1, 2],
    ['it says it is longer than it is', 1, 8],
    ['it says it is longer than a report', 1, 200],
    ['it has no length', 1, 0],
  ])('when %s', (_, at, byte) => {
    const spoilt = Buffer.from(UID_REPORT.report);
    spoilt[at] = byte;
    // One byte more would be a longer number, were it not zero.
    if (byte === 8) spoilt[10] = 1;

    expect(readBadgeReport(UID_REPORT.format, spoilt)).toBeNull();
  });

  test.each([0x00, 0xff])('when its number is nothing but %i', (byte) => {
    const spoilt = Buffer.from(UID_REPORT.report).fill(byte, 2, 9);

    expect(readBadgeReport(UID_REPORT.format, spoilt)).toBeNull();
  });

  test.each([
    ['a letter among figures', 4, 'A'],
    ['another end', 11, '\n'],
    ['a sign that is none', 3, '\u0007'],
  ])('when its text holds %s', (_, at, sign) => {
    const spoilt = Buffer.from(TEXT_REPORT.report);
    spoilt.write(sign, at, 'latin1');

    expect(readBadgeReport(TEXT_REPORT.format, spoilt)).toBeNull();
  });
});

test.each(SENT)(
  '%s: 10,000 random reports never make it stumble, and none is a badge',
  (_, { format, report }) => {
    const { device, events } = arrange(format);

    fc.assert(
      fc.property(fc.noBias(fc.uint8Array({ maxLength: report.length + 4 })), (bytes) => {
        device.emit('data', Buffer.from(bytes));
        return events.length === 0;
      }),
      { numRuns: RUNS, seed: SEED },
    );
  },
);

test.each(SENT.slice(0, 1))(
  '%s: no random report of the right length is a badge',
  (_, { format, report }) => {
    fc.assert(
      fc.property(
        fc.noBias(fc.uint8Array({ minLength: report.length, maxLength: report.length })),
        (bytes) => readBadgeReport(format, Buffer.from(bytes)) === null,
      ),
      { numRuns: RUNS, seed: SEED },
    );
  },
);

describe('a reader that is asked', () => {
  test.each(ASKED)('tells a badge of $format.bits bits: $number', ({ format, badge, length, number }) => {
    expect(readPcprox(format, badge, length)).toEqual({ read: 'badge', number });
  });

  test('tells a badge once while it lies there, and when it is taken away', async () => {
    const { device, events } = arrange(PCPROX_H10301.format);

    lay(device, PCPROX_H10301);
    await vi.advanceTimersByTimeAsync(2_000);
    takeAway(device);
    await vi.advanceTimersByTimeAsync(2_000);

    expect(events).toEqual([
      { name: 'presented', readerId: READER_ID, number: '12-34567' },
      { name: 'removed', readerId: READER_ID },
    ]);
  });

  test('that is unplugged under a badge says that the badge has gone, too', async () => {
    const { device, letGo, events, onLost } = arrange(PCPROX_H10301.format);
    lay(device, PCPROX_H10301);
    await vi.advanceTimersByTimeAsync(1_000);

    await device.close();
    await vi.advanceTimersByTimeAsync(250);
    expect(onLost).toHaveBeenCalledOnce();
    letGo();

    expect(events.map(({ name }) => name)).toEqual(['presented', 'removed']);
  });

  test.each([
    ['of another house', Buffer.from('2525000000000000', 'hex'), PCPROX_H10301.badge],
    ['that says two lengths', Buffer.from('1819000000000000', 'hex'), PCPROX_H10301.badge],
    ['with more bits than it says', PCPROX_H10301.length, Buffer.from('07870c0100000000', 'hex')],
    ['that is empty', PCPROX_H10301.length, NOTHING],
    ['that is all ones', PCPROX_H10301.length, Buffer.from('ffffff0000000000', 'hex')],
    ['cut off', PCPROX_H10301.length, PCPROX_H10301.badge.subarray(0, 7)],
  ])('refuses a badge %s', (_, length, badge) => {
    expect(readPcprox(PCPROX_H10301.format, badge, length)).toEqual({ read: 'refused' });
  });

  test('gives no badge for 10,000 random answers', () => {
    const answer = fc.uint8Array({ maxLength: 9 }).map((bytes) => Buffer.from(bytes));
    fc.assert(
      fc.property(
        answer,
        answer,
        (badge, length) => readPcprox(PCPROX_H10301.format, badge, length).read !== 'badge',
      ),
      { numRuns: RUNS, seed: SEED },
    );
  });
});

test('of one device’s entries the keyboard is left to the system, but for a reader that answers as one', () => {
  const isOne = (format: BadgeFormat, usages: readonly [number, number], usagePage?: number) =>
    badgeReader(settings(format, usagePage), { onBadge() {}, log: silentLog }).isOne(
      entryOf('a', IDS, usages),
    );

  expect(isOne(UID_REPORT.format, [0x01, 0x06])).toBe(false);
  expect(isOne(UID_REPORT.format, [0xff00, 0x01])).toBe(true);
  expect(isOne(UID_REPORT.format, [0xff00, 0x01], 0xff01)).toBe(false);
  expect(isOne(PCPROX_H10301.format, [0x01, 0x06])).toBe(true);
});

test.each([
  ['a number before its own head', { ...UID_REPORT.format, startsWith: '020304' }],
  ['a length behind the number', { ...UID_REPORT.format, length: { at: 3 } }],
  ['figures that no report has room for', { ...TEXT_REPORT.format, signs: 24, startAt: 10 }],
  ['a number longer than its badge', { ...PCPROX_H10301.format, numberBits: 25 }],
  ['half a byte', { ...UID_REPORT.format, startsWith: '0' }],
])('a format with %s is refused', (_, format) => {
  expect(badgeFormatSchema.safeParse(format).success).toBe(false);
});

function arrange(format: BadgeFormat) {
  const events: BadgeEvent[] = [];
  const onLost = vi.fn();
  const reader = badgeReader(settings(format), { onBadge: (event) => events.push(event), log: silentLog });
  const device = new PretendDevice();
  takeAway(device);
  const letGo = reader.begin(device, onLost);
  return { device, letGo, events, onLost };
}

function settings(format: BadgeFormat, usagePage?: number) {
  return { kind: 'badge', mode: 'hid', ...IDS, format, usagePage } as const;
}

function lay(device: PretendDevice, { badge, length }: { badge: Buffer; length: Buffer }): void {
  device.answers.set(0x8f, badge).set(0x8e, length);
}

function takeAway(device: PretendDevice): void {
  lay(device, { badge: NOTHING, length: NOTHING });
}
