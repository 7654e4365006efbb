import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startMessageBus } from './message-bus.ts';

const run = promisify(execFile);

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bus-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

function listActivatable(address: string) {
  return run('dbus-send', [
    `--bus=${address}`,
    '--print-reply=literal',
    '--dest=org.freedesktop.DBus',
    '/org/freedesktop/DBus',
    'org.freedesktop.DBus.ListActivatableNames',
  ]);
}

test('a message bus answers as soon as it is handed over, and can activate nothing of the machine', async () => {
  const bus = await startMessageBus(folder);

  const { stdout } = await listActivatable(bus.address);
  await bus.stop();

  expect(stdout.match(/org\.[\w.]+/g)).toEqual(['org.freedesktop.DBus']);
});

test('a stopped message bus answers no more, and stopping it again does no harm', async () => {
  const bus = await startMessageBus(folder);

  await bus.stop();
  await bus.stop();

  await expect(listActivatable(bus.address)).rejects.toThrow();
});

test('a second bus in the same folder takes the place of one that has gone', async () => {
  const first = await startMessageBus(folder);
  await first.stop();

  const second = await startMessageBus(folder);
  const { stdout } = await listActivatable(second.address);
  await second.stop();

  expect(stdout).toContain('org.freedesktop.DBus');
});

test('a folder whose path is too long for a socket is refused with its name', async () => {
  const deep = join(folder, 'x'.repeat(120));

  await expect(startMessageBus(deep)).rejects.toThrow(/too long for a socket: .*xxx/);
});
