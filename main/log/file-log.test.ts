import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openFileLog } from './file-log.ts';

let folder: string;

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'log-')), 'logs');
});

afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

test('an event is one line that a machine can read', () => {
  const log = openFileLog(folder);

  log.info('printing.completed', { jobId: 'job-1', durationMs: 812 });
  log.warn('ipc.refused', { code: 'INPUT_INVALID', channel: null });

  const lines = readFileSync(join(folder, 'kiosk.log'), 'utf8').trim().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { level: 'info', event: 'printing.completed', jobId: 'job-1', durationMs: 812 },
    { level: 'warn', event: 'ipc.refused', code: 'INPUT_INVALID', channel: null },
  ]);
});

test('the folder is for the kiosk’s user alone', () => {
  openFileLog(folder);

  expect(statSync(folder).mode & 0o777).toBe(0o700);
});
