import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from './sandbox.ts';
import { createTestCaller } from './tenant-api/test-caller.ts';

let folder = '';
const started: Sandbox[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
});

afterEach(async () => {
  await Promise.all(started.splice(0).map((sandbox) => sandbox.stop()));
  await rm(folder, { recursive: true, force: true });
});

async function start(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ folder, ...options });
  started.push(sandbox);
  return sandbox;
}

async function isAnswering(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  );
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('a sandbox', () => {
  let home = '';
  let sandbox: Sandbox;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'sandbox-'));
    sandbox = await startSandbox({
      folder: home,
      window: 'windowed',
      agency: 'direction-est',
      orientation: 'portrait',
    });
  });

  afterAll(async () => {
    await sandbox.stop();
    await rm(home, { recursive: true, force: true });
  });

  test('is ready as soon as it is handed over', async () => {
    const session = await createTestCaller(sandbox.tenantApi).signIn('jeanne.martin@exemple.fr');
    const page = await fetch(sandbox.control.url);
    const printer = await fetch(sandbox.printer.httpUrl);

    expect(session.status).toBe(201);
    expect([page.status, printer.status]).toEqual([200, 200]);
  });

  test('tells the kiosk its API, its printer and its agency', async () => {
    const config: unknown = JSON.parse(await readFile(sandbox.environment.KIOSK_CONFIG_FILE ?? '', 'utf8'));

    expect(config).toMatchObject({
      kioskId: 'sandbox-1',
      agency: { id: 'direction-est' },
      tenantApi: { baseUrl: sandbox.tenantApi.baseUrl },
      printers: [{ id: 'a4', role: 'statements', driver: 'ipp', uri: sandbox.printer.uri }],
      screen: { widthPixels: 1080, heightPixels: 1920 },
      window: { mode: 'windowed' },
    });
    expect(sandbox.tenantApi.kiosks).toMatchObject([{ id: 'sandbox-1', agencyId: 'direction-est' }]);
  });

  test('gives the kiosk a folder that nobody else reads', async () => {
    const { mode } = await stat(sandbox.environment.KIOSK_DATA_FOLDER ?? '');

    expect(mode & 0o077).toBe(0);
  });

  test('holds in its keyring the credential that its API knows the kiosk by', async () => {
    const script = `
      import keytar from 'keytar';
      console.log(await keytar.getPassword('fr.ekidom.kiosk', 'kiosk-credential'));
    `;

    const [credential] = await linesOf(script, sandbox.environment);

    const { id, privateKey } = sandbox.tenantApi.kiosks[0].credential;
    expect(JSON.parse(credential ?? '')).toMatchObject({ id, privateKey });
  });

  test('says in the terminal where to look and how to sign in', () => {
    const text = sandbox.describe();

    expect(text).toContain(sandbox.control.url);
    expect(text).toContain(sandbox.printedFolder);
    expect(text).toContain('Bienvenue-2018');
    expect(text).toMatch(/jeanne\.martin@exemple\.fr .*27,74 €/);
  });
});

test('a stopped sandbox leaves nothing running, and stopping it again does no harm', async () => {
  const sandbox = await start();

  await sandbox.stop();
  await sandbox.stop();

  const urls = [sandbox.tenantApi.baseUrl, sandbox.control.url, sandbox.printer.httpUrl];
  expect(await Promise.all(urls.map(isAnswering))).toEqual([false, false, false]);
  const pids = [sandbox.keyring.pid, sandbox.printer.pid, sandbox.terminal.pid];
  expect(pids.map(isRunning)).toEqual([false, false, false]);
});

test('a sandbox started again in the same folder works', async () => {
  await (await start()).stop();

  const again = await start();

  expect(await isAnswering(again.control.url)).toBe(true);
});

test('a folder too deep for sockets is no obstacle', async () => {
  const deep = join(folder, 'a-folder-with-a-long-name'.repeat(4));

  const sandbox = await start({ folder: deep });

  expect(await isAnswering(sandbox.printer.httpUrl)).toBe(true);
});

test('when a part cannot start, the reason is told and nothing stays', async () => {
  // Where the keyring would have its folder, a file stands.
  await writeFile(join(folder, 'keyring'), '');

  await expect(startSandbox({ folder })).rejects.toThrow(/keyring/);

  await expect.poll(() => programsIn(folder)).toEqual([]);
});

test('an agency that has no example is told before anything starts', async () => {
  await expect(startSandbox({ folder, agency: 'atlantis' })).rejects.toThrow(/atlantis/);
});

test('when the process that started it is killed, its programs die with it', async () => {
  const script = `
    import { startSandbox } from ${JSON.stringify(join(import.meta.dirname, 'sandbox.ts'))};
    await startSandbox({ folder: ${JSON.stringify(folder)} });
    console.log('ready');
    process.kill(process.pid, 'SIGKILL');
  `;

  const lines = await linesOf(script, {});

  expect(lines).toEqual(['ready']);
  await expect.poll(() => programsIn(folder)).toEqual([]);
});

/** What a Node program writes, line by line, until it ends. */
async function linesOf(script: string, environment: Readonly<Record<string, string>>): Promise<string[]> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  for await (const line of createInterface(child.stdout)) lines.push(line);
  return lines;
}

/** The processes whose working folder stands in it. */
async function programsIn(path: string): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const places = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => '')));
  return pids.filter((_, index) => places[index]?.startsWith(path));
}
