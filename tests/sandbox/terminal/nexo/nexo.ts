import { join } from 'node:path';
import {
  type SandboxTerminal,
  type SandboxTerminalOptions,
  startTerminalProgram,
} from '../start-terminal.ts';
import { certificateFile } from './certificate.ts';

/** A terminal that speaks the Adyen Terminal API, on 127.0.0.1. */
export interface NexoTerminal extends SandboxTerminal {
  /** Such as `https://127.0.0.1:41234/nexo/`. */
  readonly url: string;
  /** The terminal's own name, which every message has to carry. */
  readonly poiId: string;
  /** PEM. Nobody else vouches for the terminal. */
  readonly certificateFile: string;
}

export interface NexoTerminalOptions extends SandboxTerminalOptions {
  poiId?: string;
}

const USUAL_POI_ID = 'V400m-324688179';

export async function startNexoTerminal(options: NexoTerminalOptions): Promise<NexoTerminal> {
  const { poiId = USUAL_POI_ID, ...others } = options;
  const terminal = await startTerminalProgram(join(import.meta.dirname, 'program.ts'), others, { poiId });
  const own = {
    url: `https://127.0.0.1:${terminal.port}/nexo/`,
    poiId,
    certificateFile: certificateFile(options.folder),
  };
  // Its getters have to stay getters: a restarted terminal has another number.
  return Object.defineProperties(own, Object.getOwnPropertyDescriptors(terminal)) as NexoTerminal;
}
