/** The packaged kiosk, from outside: what is in it, how it starts as an ordinary user, what it refuses. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { constants, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { listPackage } from '@electron/asar';
import { FuseV1Options } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { electronRuntime } from '../../build/electron-runtime.mjs';
import { makeDebianPackage } from '../../build/packaging/debian-package.ts';
import { fusesFor, readFuses, setFuses } from '../../build/packaging/fuses.ts';
import { makeTrial, TRIAL_EXECUTABLE, TRIAL_NOTICE } from '../../build/packaging/trial.ts';
import { startProcessGroup } from '../../build/processes/process-group.ts';
import { projectRoot } from '../../build/project.mjs';
import { EXIT_REFUSED_START } from '../../main/kiosk/exit-codes.ts';
import { findFreePort } from '../sandbox/free-port.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { giveAway, ownFolder, startAsOrdinaryUser } from './ordinary-user.ts';
import { readScreen } from './screen-picture.ts';

const START_PATIENCE_MS = 20_000;

let folder: string;
let trial: string;
let program: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'packaged-'));
  // The ordinary user is to reach it.
  chmodSync(folder, 0o755);
  trial = await makeTrial(electronRuntime(), join(folder, 'trial'));
  program = join(trial, TRIAL_EXECUTABLE);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a trial', () => {
  test('says that it is one, and on which Electron it runs', () => {
    const { kind, version } = electronRuntime();

    const notice = readFileSync(join(trial, TRIAL_NOTICE), 'utf8');

    expect(notice).toMatch(/^Borne EKIDOM \(TRIAL\) \d+\.\d+\.\d+-trial$/m);
    expect(notice).toContain(`Electron ${version} (${kind})`);
    expect(existsSync(join(trial, 'ekidom-kiosk'))).toBe(false);
  });

  test('has every fuse as it was decided', async () => {
    expect(await readFuses(program)).toEqual(fusesFor('linux'));
  });

  test('holds what runs, and no source, no test, no tool', () => {
    const files = listPackage(join(trial, 'resources/app.asar'), { isPack: false });

    const modules = new Set(files.flatMap((file) => /^\/node_modules\/([^/]+)/.exec(file)?.[1] ?? []));
    expect([...modules].sort()).toEqual([
      '@serialport',
      'better-sqlite3',
      'debug',
      'keytar',
      'libheif-js',
      'ms',
      'node-gyp-build',
      'node-hid',
      'pkg-prebuilds',
      'serialport',
    ]);
    const rooms = new Set(files.map((file) => file.split('/').slice(1, 3).join('/')));
    const expected = [
      'kiosk-config',
      'kiosk-config/default.json',
      'out',
      'out/main',
      'out/preload',
      'out/renderer',
    ];
    expect([...rooms].filter((room) => !room.startsWith('node_modules')).sort()).toEqual([
      ...expected,
      'package.json',
    ]);
    expect(files.filter((file) => /\.(ts|tsx|map|test\.\w+)$/.test(file))).toEqual([]);
  });

  test('keeps machine code beside the archive, and only what this platform runs', () => {
    const files = listPackage(join(trial, 'resources/app.asar'), { isPack: false });

    const machineCode = files.filter((file) => file.endsWith('.node'));
    expect(machineCode).toHaveLength(5);
    for (const file of machineCode) {
      expect(file).toMatch(/linux-x64|build\/Release/);
      expect(existsSync(join(trial, 'resources/app.asar.unpacked', file))).toBe(true);
    }
  });

  test('says whose work is in it, and keeps what is under the LGPL where it can be replaced', () => {
    const resources = join(trial, 'resources');

    const notices = readFileSync(join(resources, 'third-party-notices.txt'), 'utf8');

    expect(notices).toContain('GNU LESSER GENERAL PUBLIC LICENSE');
    const [, file = ''] = /resources\/(app\.asar\.unpacked\S+libheif-bundle\.mjs)/.exec(notices) ?? [];
    expect(existsSync(join(resources, file))).toBe(true);
    expect(readdirSync(trial)).toEqual(
      expect.arrayContaining(['LICENSE.electron.txt', 'LICENSES.chromium.html']),
    );
  });

  test('has nothing to show but the kiosk', () => {
    expect(existsSync(join(trial, 'resources/default_app.asar'))).toBe(false);
  });
});

test('an executable with a fuse that nobody decided on fails the build', async () => {
  const names = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)));
  const wire = Buffer.from(`dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001${String.fromCharCode(names.length + 1)}`);
  const executable = join(folder, 'of-a-later-major');
  writeFileSync(executable, Buffer.concat([wire, Buffer.from('1'.repeat(names.length + 1))]));

  await expect(setFuses(executable, 'linux')).rejects.toThrow('strictlyRequireAllFuses');
});

describe('the Debian package', () => {
  test('holds the program, its command, and what it needs of Debian', async () => {
    const output = join(folder, 'deb');

    const file = await makeDebianPackage({
      unpacked: trial,
      version: '1.2.3-trial',
      output,
      compression: 'none',
    });

    const needs = execFileSync('dpkg-deb', ['--field', file, 'Version', 'Depends'], { encoding: 'utf8' });
    expect(needs).toContain('Version: 1.2.3~trial');
    expect(needs).toContain('libsecret-1-0');
    const extracted = join(folder, 'extracted');
    execFileSync('dpkg-deb', ['--extract', file, extracted]);
    const installed = execFileSync('dpkg-deb', ['--contents', file], { encoding: 'utf8' });
    expect(installed).toMatch(/^-rwsr-xr-x root\/root .* \.\/opt\/ekidom-kiosk\/chrome-sandbox$/m);
    expect(installed).toMatch(/^-rwxr-xr-x root\/root .* \.\/usr\/bin\/ekidom-kiosk$/m);
    // From the package, the lock below the app can be put in place.
    const resources = join(extracted, 'opt/ekidom-kiosk/resources');
    const root = join(folder, 'machine');
    execFileSync(join(resources, 'operating-system/install.sh'), ['--root', root]);
    const verdict = execFileSync(join(resources, 'operating-system/check.sh'), ['--root', root]);
    expect(String(verdict)).toBe('Nothing is missing (wayland).\n');
    expect(existsSync(join(resources, 'kiosk-config/direction-centre.json'))).toBe(true);
  }, 60_000);
});

describe('the packaged kiosk, started as an ordinary user', () => {
  let sandbox: Sandbox;
  let screen: { display: string; pictureFile: string; stop: () => Promise<void> };

  beforeAll(async () => {
    sandbox = await startSandbox({ folder: join(folder, 's') });
    // Others come in: to the bus, to the configuration, and to the data folder, which is theirs.
    chmodSync(join(folder, 's'), 0o755);
    chmodSync(dirname(sandbox.environment.DBUS_SESSION_BUS_ADDRESS?.replace('unix:path=', '') ?? ''), 0o755);
    giveAway(sandbox.dataFolder);
    screen = await startScreen();
  }, 60_000);

  afterAll(async () => {
    await screen?.stop();
    await sandbox?.stop();
  });

  test('opens its window with Chromium’s sandbox, its keyring and its database', async () => {
    const kiosk = startAsOrdinaryUser(program, [], environment(), ['ignore', 'ignore', 'ignore']);

    try {
      const log = join(sandbox.dataFolder, 'logs/kiosk.log');
      await until(() => existsSync(log) && readFileSync(log, 'utf8').includes('"state":"attract"'));
      await until(() => existsSync(join(sandbox.dataFolder, 'kiosk.sqlite')));
      const { brand } = JSON.parse(readFileSync(`${projectRoot}/kiosk-config/default.json`, 'utf8'));
      await until(() => readScreen(screen.pictureFile).shareOf(brand.primary) > 0.02);
      expect(readFileSync(log, 'utf8')).not.toContain('out-of-service');
      expect(sandboxedPages()).not.toEqual([]);
      expect(catchesSigusr1()).toEqual([false]);
    } finally {
      await kiosk.stop();
    }
  }, 60_000);

  test.each([
    '--remote-debugging-port=PORT',
    '-remote-debugging-port=PORT',
    '--remote-debugging-pipe',
    '--inspect=PORT',
    '--load-extension=/tmp',
    '--user-data-dir=/tmp',
    '--proxy-server=127.0.0.1:PORT',
    '--host-resolver-rules=MAP * 127.0.0.1',
    '--ignore-certificate-errors',
    '--disable-web-security',
    '--no-sandbox',
    '--js-flags=--expose-gc',
    '--disable-features=IsolateOrigins',
    '--enable-logging=stderr',
    '--renderer-cmd-prefix=/bin/echo',
    '--log-net-log=/tmp/net.json',
    '--headless',
    '--doctor=PORT',
    'https://example.org/',
  ])('refuses %s, without a window or a port', async (written) => {
    const port = await findFreePort('127.0.0.1');

    const { exitCode, said, wasReached } = await refusedStart(
      [written.replace('PORT', String(port))],
      {},
      port,
    );

    expect(exitCode).toBe(EXIT_REFUSED_START);
    expect(said).toMatch(/The kiosk does not start with /);
    expect(wasReached).toBe(false);
  });

  test.each([
    ['ELECTRON_RUN_AS_NODE', ['-p', '"run as " + "Node.js"']],
    ['ELECTRON_ENABLE_LOGGING', []],
    ['NODE_TLS_REJECT_UNAUTHORIZED', []],
    ['SSLKEYLOGFILE', []],
  ])('refuses %s in its environment', async (name, words) => {
    const { exitCode, said } = await refusedStart(
      words,
      { [name]: '--inspect' },
      await findFreePort('127.0.0.1'),
    );

    expect(exitCode).toBe(EXIT_REFUSED_START);
    expect(said).toMatch(/The kiosk does not start with /);
    expect(said).not.toContain('run as Node.js');
  });

  test('starts no page by itself when it is called like one of its own helpers', async () => {
    const { exitCode, wasReached } = await refusedStart(
      ['--type=renderer'],
      {},
      await findFreePort('127.0.0.1'),
    );

    expect(exitCode).not.toBe(0);
    expect(wasReached).toBe(false);
  });

  function environment(): NodeJS.ProcessEnv {
    const home = ownFolder(join(folder, 'home'));
    return {
      ...sandbox.environment,
      DISPLAY: screen.display,
      HOME: home,
      XDG_RUNTIME_DIR: home,
      LANG: 'C.UTF-8',
    };
  }

  async function refusedStart(words: readonly string[], more: NodeJS.ProcessEnv, port: number) {
    const kiosk = startAsOrdinaryUser(program, words, { ...environment(), ...more });
    let said = '';
    kiosk.process.stdout?.on('data', (chunk) => (said += chunk));
    kiosk.process.stderr?.on('data', (chunk) => (said += chunk));
    const closed = once(kiosk.process, 'close', { signal: AbortSignal.timeout(START_PATIENCE_MS) });

    let hasClosed = false;
    let wasReached = false;
    const knocking = (async () => {
      while (!hasClosed && !wasReached) {
        wasReached = await answersAt(port);
        await delay(5);
      }
    })();
    try {
      await closed;
      return { exitCode: kiosk.process.exitCode, said, wasReached };
    } finally {
      hasClosed = true;
      await kiosk.stop();
      await knocking;
    }
  }

  async function startScreen() {
    const server = startProcessGroup(
      'Xvfb',
      ['-displayfd', '3', '-screen', '0', '1080x1920x24', '-nolisten', 'tcp', '-noreset', '-fbdir', folder],
      { environment: process.env, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
    );
    const number = server.process.stdio[3];
    if (!number) throw new Error('Xvfb has no third descriptor.');
    const [announced] = await once(number, 'data', { signal: AbortSignal.timeout(START_PATIENCE_MS) });
    return {
      display: `:${String(announced).trim()}`,
      pictureFile: join(folder, 'Xvfb_screen0'),
      stop: server.stop,
    };
  }
});

test('installers are made from the official Electron only', () => {
  const { kind } = electronRuntime();
  // With the official one here, `npm run dist` would really make them.
  if (kind === 'official') return;

  const attempt = () => execFileSync(process.execPath, [`${projectRoot}/build/dist.ts`], { stdio: 'pipe' });

  expect(attempt).toThrow(/No installer is made/);
});

/** The kiosk's processes for pages, as far as the kernel lets them make few calls only: Chromium's sandbox. */
function sandboxedPages(): string[] {
  return kioskProcesses()
    .filter(({ words }) => words.includes('--type=renderer'))
    .map(({ status }) => status)
    .filter((status) => /^Seccomp:\s+2$/m.test(status));
}

/** What the main process does on the signal at which Node.js opens its inspector's port, where it may. */
function catchesSigusr1(): boolean[] {
  const bit = 1n << BigInt(constants.signals.SIGUSR1 - 1);
  return kioskProcesses()
    .filter(({ words }) => !words.some((word) => word.startsWith('--type=')))
    .map(({ status }) => /^SigCgt:\s+([0-9a-f]+)$/m.exec(status)?.[1] ?? '')
    .map((caught) => (BigInt(`0x${caught}`) & bit) !== 0n);
}

function kioskProcesses(): { words: string[]; status: string }[] {
  return readdirSync('/proc')
    .filter((id) => /^\d+$/.test(id))
    .map((id) => ({
      words: readOrEmpty(`/proc/${id}/cmdline`).split(/[\0 ]/),
      status: readOrEmpty(`/proc/${id}/status`),
    }))
    .filter(({ words }) => words[0] === program);
}

/** A process may end between being listed and being read. */
function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

async function until(isTrue: () => boolean): Promise<void> {
  const deadline = performance.now() + START_PATIENCE_MS;
  while (!isTrue()) {
    if (performance.now() > deadline) throw new Error(`It did not come to pass: ${isTrue}`);
    await delay(50);
  }
}

function answersAt(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
