/** A terminal for the tests of one file, ready again after each of them, and who talks to it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { type NexoTerminal, startNexoTerminal } from './nexo.ts';
import { createTestCaller, type TestCaller } from './test-caller.ts';

export interface TestBench {
  /** While a test runs. */
  readonly terminal: NexoTerminal;
  readonly caller: TestCaller;
  newTransactions(since: number): ReturnType<NexoTerminal['journal']>;
}

/** To be called once, at the top of the file. */
export function nexoTestBench(): TestBench {
  let folder = '';
  let terminal: NexoTerminal;
  let caller: TestCaller;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'terminal-'));
    terminal = await startNexoTerminal({ folder });
    caller = await createTestCaller(terminal);
  });

  afterEach(async () => {
    await terminal.clearPlans();
    await terminal.setCustomer({ kind: 'instant' });
  });

  afterAll(async () => {
    await terminal.stop();
    await rm(folder, { recursive: true, force: true });
  });

  return {
    get terminal() {
      return terminal;
    },
    get caller() {
      return caller;
    },
    newTransactions: (since) => terminal.journal().slice(since),
  };
}
