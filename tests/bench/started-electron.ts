/** An Electron program started from outside, as a person would, and looked into only once it has settled. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { electronFlags } from '../../build/electron-runtime.mjs';
import { connect } from './devtools.ts';
import { connectToPage, type PageConnection } from './page-connection.ts';

const START_PATIENCE_MS = 20_000;
const STOP_PATIENCE_MS = 5_000;

export interface StartedElectron {
  /** Epoch milliseconds, just before the process was made. */
  readonly spawnedAt: number;
  page(): Promise<PageConnection>;
  /** Proportional set size of the program's processes, all together. */
  memoryBytes(): number;
  /**
   * What the program's processes hold of their own, all together. What they map from files is left out: it does not
   * grow, and how much of it counts for them depends on what else runs from the same files.
   */
  ownMemoryBytes(): number;
  /** Open files, sockets and pipes of the program's processes, all together. */
  openHandles(): number;
  /** What the program's processes have worked so far, all together. */
  cpuMilliseconds(): number;
  /** The process that draws the page. */
  pageProcess(): number;
  /** Evaluates an expression in main, if it was started with `--inspect=0`, and gives its JSON value. */
  evaluateInMain<Value>(expression: string): Promise<Value>;
  /** Collects garbage in main, if it was started with `--inspect=0`. */
  collectGarbage(): Promise<void>;
  /** SIGKILL unless said otherwise: ends main, and main alone; then whatever of the program is left. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  stop(): Promise<void>;
}

export async function startElectron(program: {
  executable: string;
  folder: string;
  environment: NodeJS.ProcessEnv;
  /** For Electron itself. */
  switches?: readonly string[];
}): Promise<StartedElectron> {
  const spawnedAt = Date.now();
  const child = spawn(
    program.executable,
    [
      '--remote-debugging-port=0',
      '--remote-allow-origins=*',
      ...(program.switches ?? []),
      ...electronFlags(),
      program.folder,
    ],
    { env: program.environment, stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  );
  const { debuggerPort, inspector } = await announced(child);

  return {
    spawnedAt,
    page: () => connectToPage(debuggerPort, START_PATIENCE_MS),
    memoryBytes: () =>
      withDescendants(child.pid ?? 0).reduce((sum, pid) => sum + proportionalSetSize(pid), 0),
    ownMemoryBytes: () => withDescendants(child.pid ?? 0).reduce((sum, pid) => sum + ownMemory(pid), 0),
    openHandles: () => withDescendants(child.pid ?? 0).reduce((sum, pid) => sum + handlesOf(pid), 0),
    cpuMilliseconds: () => withDescendants(child.pid ?? 0).reduce((sum, pid) => sum + cpuOf(pid), 0),
    pageProcess() {
      const pid = withDescendants(child.pid ?? 0).find((one) => isRenderer(one));
      if (pid === undefined) throw new Error('the program draws no page');
      return pid;
    },
    async evaluateInMain<Value>(expression: string) {
      if (!inspector) throw new Error('the program was started without an inspector');
      const main = await connect(inspector);
      const answer = await main.send<{ result: { value: Value }; exceptionDetails?: { text: string } }>(
        'Runtime.evaluate',
        { expression, awaitPromise: true, returnByValue: true },
      );
      main.close();
      if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text);
      return answer.result.value;
    },
    async collectGarbage() {
      if (!inspector) throw new Error('the program was started without an inspector');
      const main = await connect(inspector);
      await main.send('HeapProfiler.collectGarbage', {});
      main.close();
    },
    kill: (signal = 'SIGKILL') => kill(child, signal),
    stop: () => stop(child),
  };
}

interface Announced {
  debuggerPort: number;
  /** Where main itself can be looked into; it is announced first. */
  inspector: string | null;
}

async function announced(child: ChildProcess): Promise<Announced> {
  if (!child.stderr) throw new Error('no error stream to read');
  const lines = createInterface({ input: child.stderr });
  const deadline = AbortSignal.timeout(START_PATIENCE_MS);
  deadline.addEventListener('abort', () => lines.close());
  let inspector: string | null = null;
  for await (const line of lines) {
    inspector ??= /Debugger listening on (ws:\S+)/.exec(line)?.[1] ?? null;
    const port = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(line)?.[1];
    if (port) {
      child.stderr.resume();
      return { debuggerPort: Number(port), inspector };
    }
  }
  await stop(child);
  throw new Error('Electron did not say where its debugger listens');
}

async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || !child.pid) return;
  const exited = once(child, 'exit');
  process.kill(child.pid, signal);
  await exited;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    // Its helpers had gone with it.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || !child.pid) return;
  const exited = once(child, 'exit');
  process.kill(-child.pid, 'SIGTERM');
  const patience = delay(STOP_PATIENCE_MS, 'late', { ref: false });
  if ((await Promise.race([exited, patience])) === 'late') {
    process.kill(-child.pid, 'SIGKILL');
    await exited;
  }
}

function withDescendants(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const parent = /^\d+$/.test(name)
      ? /^PPid:\s+(\d+)$/m.exec(readOrEmpty(`/proc/${name}/status`))?.[1]
      : undefined;
    if (parent) parents.set(Number(name), Number(parent));
  }
  const found = [root];
  for (const pid of found) {
    for (const [child, parent] of parents) if (parent === pid) found.push(child);
  }
  return found;
}

/** Of a process that has ended meanwhile, none. */
function handlesOf(pid: number): number {
  try {
    return readdirSync(`/proc/${pid}/fd`).length;
  } catch {
    return 0;
  }
}

/** Linux counts in hundredths of a second, whatever the machine. */
const TICK_MS = 10;

function cpuOf(pid: number): number {
  // The program's name, in brackets, may hold anything; after it, user and system time are the 12th and 13th.
  const fields = readOrEmpty(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * TICK_MS;
}

function isRenderer(pid: number): boolean {
  return readOrEmpty(`/proc/${pid}/cmdline`).includes('--type=renderer');
}

function proportionalSetSize(pid: number): number {
  const kibibytes = /^Pss:\s+(\d+) kB$/m.exec(readOrEmpty(`/proc/${pid}/smaps_rollup`))?.[1];
  return Number(kibibytes ?? 0) * 1024;
}

function ownMemory(pid: number): number {
  const rollup = readOrEmpty(`/proc/${pid}/smaps_rollup`);
  return ['Pss_Anon', 'Pss_Shmem']
    .map((kind) => Number(new RegExp(`^${kind}:\\s+(\\d+) kB$`, 'm').exec(rollup)?.[1] ?? 0) * 1024)
    .reduce((sum, bytes) => sum + bytes, 0);
}

/** A process may end between being listed and being read. */
function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
