import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type SandboxTerminal,
  type SandboxTerminalOptions,
  startTerminalProgram,
} from '../start-terminal.ts';
import { startSerialLine } from './serial-line.ts';

/** A terminal that speaks Concert E+ on a serial line. Its `port` means nothing. */
export interface ConcertTerminal extends SandboxTerminal {
  /** What the kiosk opens, such as `/dev/pts/3`. Stays the same when the terminal is off. */
  readonly device: string;
  /** Pulls the adapter out of the kiosk for good: whoever has the line open sees it end. */
  unplug(): Promise<void>;
}

export async function startConcertTerminal(options: SandboxTerminalOptions): Promise<ConcertTerminal> {
  await mkdir(options.folder, { recursive: true });
  const line = await startSerialLine(options.folder);
  const terminal = await startTerminalProgram(join(import.meta.dirname, 'program.ts'), options, {
    terminalEnd: line.terminalEnd,
  }).catch(async (error: unknown) => {
    await line.stop();
    throw error;
  });
  const own = {
    device: line.kioskEnd,
    unplug: () => line.stop(),
    async stop() {
      await terminal.stop();
      await line.stop();
    },
  };
  return Object.defineProperties(
    {},
    {
      ...Object.getOwnPropertyDescriptors(terminal),
      ...Object.getOwnPropertyDescriptors(own),
    },
  ) as ConcertTerminal;
}
