import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { startBoundProcess } from '../bound-process.ts';
import { COMPILE_CACHE } from '../compile-cache.ts';

/** A keyring of the sandbox's own, on its own bus: the one of the person who develops is never opened. */
export interface SandboxKeyring {
  /** What a process needs in its environment to reach this keyring, and no other. */
  readonly environment: Readonly<Record<string, string>>;
  readonly pid: number;
  /** Puts secrets in, over those that stand there. */
  store(secrets: readonly Secret[]): Promise<void>;
  /** May be called again. */
  stop(): Promise<void>;
}

export interface Secret {
  readonly service: string;
  readonly account: string;
  readonly secret: string;
}

export interface SandboxKeyringOptions {
  /** Its file stands here, so that the next run on the same folder finds what the kiosk put in. */
  readonly folder: string;
  /** Where its socket stands; short, because sockets' paths must be. */
  readonly socketFolder: string;
  readonly busAddress: string;
  /** What is in it from the start. */
  readonly secrets: readonly Secret[];
}

/** It protects nothing but the sandbox's own secrets, which are made anew for each run. */
const KEYRING_PASSWORD = 'sandbox';
const PROVISION_SCRIPT = resolve(import.meta.dirname, 'provision.ts');
const PROVISION_PATIENCE_MS = 10_000;

/** Starts a private gnome-keyring, unlocked, and waits until it holds the secrets. */
export async function startKeyring(options: SandboxKeyringOptions): Promise<SandboxKeyring> {
  const { folder, socketFolder, busAddress, secrets } = options;
  await mkdir(folder, { recursive: true });
  await mkdir(socketFolder, { recursive: true, mode: 0o700 });
  const path = process.env.PATH ?? '';
  // libsecret would otherwise use a file where the machine's own settings say so.
  const environment = { DBUS_SESSION_BUS_ADDRESS: busAddress, SECRET_BACKEND: 'service' };

  const daemon = startBoundProcess(
    'gnome-keyring-daemon',
    ['--foreground', '--unlock', '--components=secrets'],
    {
      folder,
      environment: {
        PATH: path,
        HOME: folder,
        XDG_DATA_HOME: join(folder, 'data'),
        XDG_RUNTIME_DIR: socketFolder,
        DBUS_SESSION_BUS_ADDRESS: busAddress,
      },
      input: KEYRING_PASSWORD,
    },
  );
  const store = (more: readonly Secret[]) => provision(more, { ...environment, PATH: path, HOME: folder });
  try {
    await store(secrets);
  } catch (error) {
    await daemon.stop();
    throw new Error(`The sandbox's keyring did not start. ${daemon.complaints()}`, { cause: error });
  }
  return { environment, pid: daemon.pid, store, stop: () => daemon.stop() };
}

/** keytar looks for the bus once, when it is loaded: so it runs in a process that is born with the right address. */
async function provision(
  secrets: readonly Secret[],
  environment: Readonly<Record<string, string>>,
): Promise<void> {
  const child = spawn(process.execPath, [PROVISION_SCRIPT], {
    env: { ...environment, ...COMPILE_CACHE },
    stdio: ['pipe', 'ignore', 'pipe'],
    timeout: PROVISION_PATIENCE_MS,
    killSignal: 'SIGKILL',
  });
  const exit = once(child, 'exit');
  child.stdin.on('error', () => undefined).end(JSON.stringify(secrets));
  const [complaints, [code, signal]] = await Promise.all([text(child.stderr), exit]);
  if (code !== 0) throw new Error(`Nothing could be put into the keyring (${code ?? signal}). ${complaints}`);
}
