import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { PartHealth } from '../../preload/health-contract.ts';
import { silentLog } from '../log/log.ts';
import { CreateKioskHealthReportBody } from '../tenant-api/generated/answers.ts';
import { createHealthReports } from './health-reports.ts';
import { readTemperature } from './temperature.ts';

const NOON = Date.parse('2018-07-11T12:00:00Z');

const PARTS: PartHealth[] = [
  {
    part: 'configuration',
    state: 'unfit',
    code: 'CONFIG_INVALID',
    facts: { file: '/etc/kiosk.json', key: 'agency.phone', expected: '05 36 49 10 11' },
  },
  {
    part: 'version',
    state: 'fit',
    code: 'OK',
    facts: { app: '0.1.0', electron: '45.4.1', chromium: '150.0.1.2', node: '24.21.0', packaged: true },
  },
  { part: 'printer', state: 'fit', code: 'OK', facts: { printerId: 'a4', address: 'ipp://printer' } },
  { part: 'disk', state: 'fit', code: 'OK', facts: { freeMegabytes: 74_598 } },
  {
    part: 'outbox',
    state: 'degraded',
    code: 'OUTBOX_LATE',
    facts: { waiting: 3, oldestMinutes: 61, refused: 1 },
  },
];

test('a report tells names, states, codes and counts, as the contract has it, and nothing else', async () => {
  const { pass, sent } = open();

  await pass();

  expect(sent).toEqual([
    {
      at: '2018-07-11T12:00:00.000Z',
      uptimeSeconds: 7,
      versions: { kiosk: '0.1.0', electron: '45.4.1', chromium: '150.0.1.2' },
      parts: [
        { part: 'configuration', id: null, state: 'unfit', code: 'CONFIG_INVALID' },
        { part: 'version', id: null, state: 'fit', code: 'OK' },
        { part: 'printer', id: 'a4', state: 'fit', code: 'OK' },
        { part: 'disk', id: null, state: 'fit', code: 'OK' },
        { part: 'outbox', id: null, state: 'degraded', code: 'OUTBOX_LATE' },
      ],
      outbox: { waiting: 3, oldestMinutes: 61, refused: 1 },
      freeDiskMegabytes: 74_598,
      temperatureCelsius: 51,
    },
  ]);
  expect(CreateKioskHealthReportBody.safeParse(sent[0]).success).toBe(true);
});

test('what cannot be read is told as such', async () => {
  const { pass, sent } = open({ parts: [] });

  await pass();

  expect(sent).toMatchObject([{ parts: [], outbox: null, freeDiskMegabytes: null }]);
});

test('while somebody is there nothing is looked at and nothing is sent', async () => {
  const { pass, read, sent } = open({ isQuiet: () => false });

  await pass();

  expect(read).not.toHaveBeenCalled();
  expect(sent).toEqual([]);
});

test('somebody who comes while the parts are asked is not kept waiting by a report', async () => {
  const isQuiet = vi.fn(() => false).mockReturnValueOnce(true);
  const { pass, read, sent } = open({ isQuiet });

  await pass();

  expect(read).toHaveBeenCalledOnce();
  expect(sent).toEqual([]);
});

test('a report that the disk does not take is made again at the next time', async () => {
  const { pass, sent, waits } = open({ isKept: false });

  await pass();
  await pass();

  expect(sent).toHaveLength(2);
  expect(waits).toHaveLength(3);
});

test.each([
  [0, 200],
  [0.5, 300],
  [0.999_999, 400],
])('kiosks report at times of their own: %d is a wait of %d seconds', (random, seconds) => {
  const { waits } = open({ random });

  expect(Math.round(waits[0] ?? 0)).toBe(seconds);
});

test('a kiosk that is being closed reports no more', async () => {
  const { pass, reports, sent, waits } = open();
  reports.stop();

  await pass();

  expect(sent).toEqual([]);
  expect(waits).toHaveLength(1);
});

test('the hottest zone that measures anything is told', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'thermal-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const zones = {
    thermal_zone0: '48000\n',
    thermal_zone1: '51499\n',
    thermal_zone2: '-274000\n',
    cooling_device0: '9',
  };
  for (const [name, text] of Object.entries(zones)) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'temp'), text);
  }
  mkdirSync(join(folder, 'thermal_zone3'));

  expect(await readTemperature(folder)).toBe(51);
  expect(await readTemperature(join(folder, 'nowhere'))).toBeNull();
});

function open({ parts = PARTS, isQuiet = (): boolean => true, isKept = true, random = 0.5 } = {}) {
  const sent: unknown[] = [];
  const waits: number[] = [];
  const due: (() => void)[] = [];
  const read = vi.fn(async () => parts);
  const reports = createHealthReports({
    read,
    readTemperature: async () => 51,
    keep(report) {
      sent.push(report);
      return isKept ? { ok: true, value: undefined } : { ok: false, error: { code: 'STORE_UNAVAILABLE' } };
    },
    isQuiet,
    after(seconds, work) {
      waits.push(seconds);
      due.push(work);
      return () => void due.splice(due.indexOf(work), 1);
    },
    log: silentLog,
    now: () => NOON,
    uptimeSeconds: () => 7.9,
    random: () => random,
  });
  reports.start();
  return {
    reports,
    read,
    sent,
    waits,
    /** The time of the next report has come; resolves when the one after it is waited for. */
    async pass() {
      const before = waits.length;
      due.shift()?.();
      for (let turns = 0; turns < 20 && waits.length === before; turns += 1) await Promise.resolve();
    },
  };
}
