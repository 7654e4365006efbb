import { closeSync, constants, existsSync, openSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type BoundProcess, startBoundProcess } from '../../bound-process.ts';

/** A serial cable between two pseudo-terminals. It stays when the terminal loses its power, as a cable does. */
export interface SerialLine {
  /** What the kiosk opens, such as `/dev/pts/3`. */
  readonly kioskEnd: string;
  readonly terminalEnd: string;
  /** May be called again. */
  stop(): Promise<void>;
}

const KIOSK_END = 'kiosk-end';
const TERMINAL_END = 'terminal-end';
const START_PATIENCE_MS = 5_000;
const POLL_MS = 10;

export async function startSerialLine(folder: string): Promise<SerialLine> {
  const ends = [KIOSK_END, TERMINAL_END].map((name) => join(folder, name));
  for (const end of ends) await rm(end, { force: true });
  // Relative names: socat would read a comma in a path as the end of it.
  const cable = startBoundProcess(
    'socat',
    [`PTY,link=${KIOSK_END},rawer`, `PTY,link=${TERMINAL_END},rawer`],
    { folder, environment: { PATH: process.env.PATH ?? '' } },
  );
  await waitForEnds(cable, ends);
  // A pseudo-terminal that nobody has open any more would end the cable.
  const held = ends.map((end) => openSync(end, constants.O_RDWR | constants.O_NOCTTY));

  let stopped: Promise<void> | null = null;
  return {
    kioskEnd: realpathSync(join(folder, KIOSK_END)),
    terminalEnd: join(folder, TERMINAL_END),
    stop() {
      stopped ??= cable.stop().then(() => held.forEach(closeSync));
      return stopped;
    },
  };
}

async function waitForEnds(cable: BoundProcess, ends: readonly string[]): Promise<void> {
  const deadline = performance.now() + START_PATIENCE_MS;
  while (!ends.every((end) => existsSync(end))) {
    if (cable.hasExited() || performance.now() > deadline) {
      await cable.stop();
      throw new Error(`The serial line did not start. ${cable.complaints()}`);
    }
    await delay(POLL_MS);
  }
}
