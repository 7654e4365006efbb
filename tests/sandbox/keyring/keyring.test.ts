import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type MessageBus, startMessageBus } from '../message-bus.ts';
import { type SandboxKeyring, startKeyring } from './keyring.ts';

const run = promisify(execFile);
const SERVICE = 'fr.ekidom.kiosk';

let folder = '';
let bus: MessageBus;
let keyring: SandboxKeyring | null = null;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keys-'));
  bus = await startMessageBus(join(folder, 'run'));
});

afterEach(async () => {
  await keyring?.stop();
  keyring = null;
  await bus.stop();
  await rm(folder, { recursive: true, force: true });
});

async function open(secret: string): Promise<SandboxKeyring> {
  keyring = await startKeyring({
    folder: join(folder, 'keyring'),
    socketFolder: join(folder, 'run'),
    busAddress: bus.address,
    secrets: [{ service: SERVICE, account: 'kiosk-credential', secret }],
  });
  return keyring;
}

/** Reads in a process that knows nothing but the environment that the keyring hands out, as the kiosk's does. */
async function readBack({ environment }: SandboxKeyring, account: string): Promise<unknown> {
  const script = `
    import keytar from 'keytar';
    console.log(JSON.stringify(await keytar.getPassword(${JSON.stringify(SERVICE)}, ${JSON.stringify(account)})));
  `;
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...environment, PATH: process.env.PATH },
  });
  return JSON.parse(stdout);
}

test('a secret that was put in is read by a process that has the environment', async () => {
  const opened = await open('s3cret-é-秘');

  expect(await readBack(opened, 'kiosk-credential')).toBe('s3cret-é-秘');
  expect(await readBack(opened, 'sealing-key')).toBeNull();
});

test('a secret can be replaced while it runs', async () => {
  const opened = await open('first');

  await opened.store([{ service: SERVICE, account: 'kiosk-credential', secret: 'second' }]);

  expect(await readBack(opened, 'kiosk-credential')).toBe('second');
});

test('a keyring that is opened again on the same folder still holds what was put in', async () => {
  const first = await open('credential');
  await first.store([{ service: SERVICE, account: 'sealing-key', secret: 'sealed' }]);
  await first.stop();

  const again = await open('credential');

  expect(await readBack(again, 'sealing-key')).toBe('sealed');
});

test('everything of it stands in its own folder, and nothing of it in clear', async () => {
  await open('credential-in-clear');

  const files = await readdir(join(folder, 'keyring'), { recursive: true });
  const { stdout } = await run('grep', ['-rlF', 'credential-in-clear', folder]).catch(
    (error: { stdout: string }) => error,
  );

  expect(files).toContain('data/keyrings/login.keyring');
  expect(stdout).toBe('');
});

test('a keyring without a bus does not start, and says so', async () => {
  await bus.stop();

  await expect(open('credential')).rejects.toThrow(/keyring did not start/);
});

test('a keyring ends with its bus', async () => {
  const opened = await open('credential');

  await bus.stop();

  await expect.poll(() => isRunning(opened.pid)).toBe(false);
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
