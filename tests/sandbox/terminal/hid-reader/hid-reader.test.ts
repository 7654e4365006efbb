import { createDecipheriv, createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CARD_TRACES, TEST_CARDS, track1Of, track2Of } from '../test-cards.ts';
import { type HidReader, startHidReader } from './hid-reader.ts';

let folder = '';
let reader: HidReader;
let reports: Buffer[] = [];
let errors: unknown[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reader-'));
  reader = await startHidReader({ folder });
  await listen();
});

afterEach(async () => {
  await reader.stop();
  await rm(folder, { recursive: true, force: true });
});

async function listen(): Promise<void> {
  reports = [];
  errors = [];
  const device = await reader.open();
  device.on('data', (report) => reports.push(report)).on('error', (error) => errors.push(error));
}

async function nextReport(): Promise<Buffer> {
  await expect.poll(() => reports.length).toBeGreaterThan(0);
  return reports.shift() ?? Buffer.alloc(0);
}

const keySerialNumberIn = (report: Buffer) => report.subarray(495, 505);

function trackIn(report: Buffer, place: 0 | 1): string {
  const start = [7, 119][place] ?? 0;
  const content = report.subarray(start, start + report.readUInt8(3 + place));
  const key = createHash('sha256').update(keySerialNumberIn(report)).digest().subarray(0, 16);
  const decipher = createDecipheriv('des-ede-cbc', key, Buffer.alloc(8)).setAutoPadding(false);
  return Buffer.concat([decipher.update(content), decipher.final()])
    .toString('latin1')
    .replace(/\0+$/, '');
}

test('a swipe arrives encrypted, with the number of its key; whoever has the key can read it', async () => {
  await reader.swipe();
  const report = await nextReport();

  const text = report.toString('latin1');
  expect(report).toHaveLength(887);
  expect([...report.subarray(0, 3)]).toEqual([0, 0, 1]);
  expect(keySerialNumberIn(report).toString('hex')).toBe('9011880b0a1c2d000001');
  expect(CARD_TRACES.filter((trace) => text.includes(trace))).toEqual([]);
  expect([trackIn(report, 0), trackIn(report, 1)]).toEqual([
    track1Of(TEST_CARDS[0]),
    track2Of(TEST_CARDS[0]),
  ]);
});

test('every swipe has a key of its own', async () => {
  await reader.swipe();
  await reader.swipe();
  await expect.poll(() => reports.length).toBe(2);

  expect(new Set(reports.map((report) => keySerialNumberIn(report).toString('hex')))).toHaveProperty(
    'size',
    2,
  );
});

test('a reader whose encryption is off gives the card away', async () => {
  await reader.swipe({ kind: 'clear', card: 3 });
  const report = await nextReport();

  expect(report.toString('latin1')).toContain(`;${TEST_CARDS[3].number}=`);
  expect(report.readUInt16BE(493)).toBe(0);
});

test('a swipe that fails says so for each track', async () => {
  await reader.swipe({ kind: 'failed' });
  const report = await nextReport();

  expect([...report.subarray(0, 6)]).toEqual([1, 1, 1, 0, 0, 0]);
});

test('a report can be cut, be sent twice, and be garbage', async () => {
  await reader.swipe({ cutAfterBytes: 300 });
  const cut = await nextReport();
  await reader.swipe({ kind: 'twice' });
  const [first, second] = [await nextReport(), await nextReport()];
  await reader.swipe({ kind: 'garbage' });
  const garbage = await nextReport();

  expect(cut).toHaveLength(300);
  expect(first).toEqual(second);
  expect(garbage.every((byte) => byte === 0xa5)).toBe(true);
});

test('an unplugged reader is an error for whoever has it open, and is listed no more; plugged in, it works', async () => {
  await reader.unplug();
  await expect.poll(() => errors).toHaveLength(1);
  const whileOut = reader.devices();
  await expect(reader.open()).rejects.toThrow();
  await reader.plugIn();
  await listen();
  await reader.swipe();

  expect(whileOut).toEqual([]);
  expect(reader.devices()).toMatchObject([{ path: '/dev/hidraw2', usagePage: 0xff00 }]);
  expect(await nextReport()).toHaveLength(887);
});

test('a reader for clear tracks says so of itself', async () => {
  const home = await mkdtemp(join(tmpdir(), 'reader-'));
  const clear = await startHidReader({ folder: home, kind: 'magneticStripe' });

  const [device] = clear.devices();
  await clear.stop();
  await rm(home, { recursive: true });

  expect(device?.usagePage).toBe(0x8e);
});
