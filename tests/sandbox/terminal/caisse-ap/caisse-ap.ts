import { join } from 'node:path';
import {
  type SandboxTerminal,
  type SandboxTerminalOptions,
  startTerminalProgram,
} from '../start-terminal.ts';

/** A terminal that speaks Caisse-AP over IP, on 127.0.0.1 and its `port`. */
export type CaisseApTerminal = SandboxTerminal;

export function startCaisseApTerminal(options: SandboxTerminalOptions): Promise<CaisseApTerminal> {
  return startTerminalProgram(join(import.meta.dirname, 'program.ts'), options);
}
