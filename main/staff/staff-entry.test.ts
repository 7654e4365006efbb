import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argon2id } from 'hash-wasm';
import { beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Facts, Log } from '../log/log.ts';
import { openStoreBeside } from '../store/store.ts';
import { createStaffEntry, type StaffEntry } from './staff-entry.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

/** Of the algorithm that it always is: what a try costs is told in staff-codes.test.ts, here it is how many there may be. */
const CHEAP = { parallelism: 1, iterations: 1, memorySize: 256, hashLength: 32 } as const;
const RIGHT = '24681012';
const WRONG = '24681013';
const refused = (retryAfterSeconds?: number) => ({
  ok: false,
  error: {
    code: 'STAFF_CODE_REFUSED',
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  },
});

let codeHash: string;
let folder: string;
let now: number;
let lines: string[];

beforeAll(async () => {
  codeHash = await argon2id({ ...CHEAP, password: RIGHT, salt: randomBytes(16), outputType: 'encoded' });
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'staff-entry-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  now = Date.parse('2018-07-11T08:00:00Z');
  lines = [];
});

test('the right code opens, and says whose it is', async () => {
  expect(await entry().enter(RIGHT)).toEqual({ ok: true, value: { staffId: 'anne' } });
});

test('two slips of the finger are nothing; from the third on every wrong code doubles the wait', async () => {
  const staff = entry();

  const answers = [await staff.enter(WRONG), await staff.enter(WRONG), await staff.enter(WRONG)];
  passes(30);
  answers.push(await staff.enter(WRONG));
  passes(60);
  answers.push(await staff.enter(WRONG));

  expect(answers).toEqual([refused(), refused(), refused(30), refused(60), refused(120)]);
});

test('while the delay stands, the right code is refused like any other', async () => {
  const staff = entry();
  for (let tries = 0; tries < 3; tries += 1) await staff.enter(WRONG);

  passes(10);
  expect(await staff.enter(RIGHT)).toEqual(refused(20));

  passes(20);
  expect(await staff.enter(RIGHT)).toMatchObject({ ok: true });
});

test('starting the kiosk again does not shorten the wait', async () => {
  const before = entry();
  for (let tries = 0; tries < 3; tries += 1) await before.enter(WRONG);
  before.close();

  expect(await entry().enter(RIGHT)).toEqual(refused(30));
});

test('putting the clock back does not shorten it either', async () => {
  const staff = entry();
  for (let tries = 0; tries < 3; tries += 1) await staff.enter(WRONG);

  passes(-86_400);

  expect(await staff.enter(RIGHT)).toEqual(refused(30));
});

test('a right code forgives what was wrong before', async () => {
  const staff = entry();
  await staff.enter(WRONG);
  await staff.enter(WRONG);
  await staff.enter(RIGHT);

  expect([await staff.enter(WRONG), await staff.enter(WRONG)]).toEqual([refused(), refused()]);
});

test('one try at a time', async () => {
  const staff = entry();

  const [first, second] = await Promise.all([staff.enter(RIGHT), staff.enter(RIGHT)]);

  expect(first).toMatchObject({ ok: true });
  expect(second).toEqual(refused(1));
});

test('the log knows who entered and how often it was tried, and never a code', async () => {
  const staff = entry();
  await staff.enter(WRONG);
  await staff.enter(RIGHT);

  expect(lines).toEqual([
    'staff.refused {"code":"STAFF_CODE_REFUSED","retryAfterSeconds":0,"codes":1}',
    'staff.entered {"staffId":"anne"}',
  ]);
  expect(lines.join()).not.toMatch(/2468101|argon2/);
});

describe('when the database cannot be opened', () => {
  beforeEach(() => writeFileSync(join(folder, 'kiosk.sqlite'), 'this is no database '.repeat(1_000)));

  test('the right code opens all the same', async () => {
    expect(await entry().enter(RIGHT)).toMatchObject({ ok: true });
  });

  test('the first wrong code is followed by a delay: a start anew would forgive it', async () => {
    expect(await entry().enter(WRONG)).toEqual(refused(30));
  });
});

function entry(): StaffEntry {
  const keep = (event: string, facts?: Facts) => void lines.push(`${event} ${JSON.stringify(facts)}`);
  const log: Log = { info: keep, warn: keep, error: keep };
  const silent: Log = { info() {}, warn() {}, error() {} };
  const staff = createStaffEntry({
    staffCodes: [{ id: 'anne', codeHash }],
    openStore: () => openStoreBeside(join(folder, 'kiosk.sqlite'), { log: silent }),
    log,
    now: () => now,
  });
  onTestFinished(staff.close);
  return staff;
}

function passes(seconds: number): void {
  now += seconds * 1_000;
}
