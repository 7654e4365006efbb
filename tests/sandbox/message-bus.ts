import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startBoundProcess } from './bound-process.ts';

/** A D-Bus of the sandbox's own: the printer and the keyring need one, and must not meet the machine's. */
export interface MessageBus {
  /** For DBUS_SESSION_BUS_ADDRESS and DBUS_SYSTEM_BUS_ADDRESS. */
  readonly address: string;
  /** May be called again. */
  stop(): Promise<void>;
}

const START_PATIENCE_MS = 5_000;
const POLL_MS = 10;
/** sun_path of unix(7), its closing zero excluded. */
const LONGEST_SOCKET_PATH = 107;

/** Starts a private message bus whose socket and configuration stand in `folder`, and waits until it answers. */
export async function startMessageBus(folder: string): Promise<MessageBus> {
  const socketPath = join(folder, 'bus.sock');
  if (Buffer.byteLength(socketPath) > LONGEST_SOCKET_PATH) {
    throw new Error(`The path of the message bus is too long for a socket: ${socketPath}`);
  }
  const configPath = join(folder, 'bus.conf');
  await mkdir(folder, { recursive: true });
  await rm(socketPath, { force: true });
  await writeFile(configPath, busConfig(socketPath));

  const daemon = startBoundProcess(
    'dbus-daemon',
    [`--config-file=${configPath}`, '--nofork', '--nopidfile', '--nosyslog'],
    { folder, environment: { PATH: process.env.PATH ?? '' } },
  );
  const deadline = performance.now() + START_PATIENCE_MS;
  while (!(await answers(socketPath))) {
    if (daemon.hasExited() || performance.now() > deadline) {
      await daemon.stop();
      throw new Error(`The message bus did not start. ${daemon.complaints()}`);
    }
    await delay(POLL_MS);
  }
  return {
    address: `unix:path=${socketPath}`,
    stop: () => daemon.stop(),
  };
}

/**
 * No service folder is named, so that nothing of the machine can be activated through this bus. Whoever can reach
 * its socket may use it: tests as root start the kiosk as an ordinary user.
 */
function busConfig(socketPath: string): string {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${escapeXml(socketPath)}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow user="*"/>
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Greets as every D-Bus client does: a daemon that is up says OK and its id. */
function answers(socketPath: string): Promise<boolean> {
  const userId = Buffer.from(String(process.getuid?.() ?? 0)).toString('hex');
  return new Promise((resolve) => {
    const socket = createConnection(socketPath);
    const settle = (isUp: boolean) => {
      socket.destroy();
      resolve(isUp);
    };
    socket.setTimeout(START_PATIENCE_MS, () => settle(false));
    socket.once('connect', () => socket.write(`\0AUTH EXTERNAL ${userId}\r\n`));
    socket.once('data', (answer) => settle(answer.toString('latin1').startsWith('OK ')));
    socket.once('error', () => settle(false));
    socket.once('close', () => settle(false));
  });
}
