import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { silentLog } from '../log/log.ts';
import { giveSignsOfLife } from './sign-of-life.ts';

const LONG_AGO = new Date('2018-07-12T08:00:00Z');

let folder: string;
let file: string;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  folder = mkdtempSync(join(tmpdir(), 'heartbeat-'));
  file = join(folder, 'heartbeat');
});

afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

test('the file is there from the start, and young again five seconds later', async () => {
  const stop = giveSignsOfLife(file, silentLog);
  await vi.waitFor(() => expect(existsSync(file)).toBe(true));
  utimesSync(file, LONG_AGO, LONG_AGO);

  vi.advanceTimersByTime(5_000);

  await vi.waitFor(() => expect(statSync(file).mtime.getTime()).toBeGreaterThan(LONG_AGO.getTime()));
  stop();
});

test('nothing beats where nobody looks', () => {
  giveSignsOfLife(undefined, silentLog);

  expect(vi.getTimerCount()).toBe(0);
  expect(readdirSync(folder)).toEqual([]);
});

test('a file that cannot be written is told once, and the kiosk goes on', async () => {
  const error = vi.fn();
  const stop = giveSignsOfLife(join(folder, 'missing', 'heartbeat'), { ...silentLog, error });
  await vi.waitFor(() => expect(error).toHaveBeenCalledTimes(1));

  vi.advanceTimersByTime(15_000);
  stop();

  expect(error).toHaveBeenCalledWith('heartbeat.failed', { code: 'ENOENT' });
});
