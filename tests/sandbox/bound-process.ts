import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';

const SETPRIV = '/usr/bin/setpriv';
const STOP_PATIENCE_MS = 2_000;

/** A program of the sandbox that does not outlive this one. */
export interface BoundProcess {
  readonly pid: number;
  /** What it wrote last on its error output, for when it does not start. */
  readonly complaints: () => string;
  readonly hasExited: () => boolean;
  /** Ends it and its children. May be called again. */
  stop(): Promise<void>;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
}

/** Starts a program that the kernel kills when this process dies, however that happens. */
export function startBoundProcess(
  command: string,
  args: readonly string[],
  options: {
    folder: string;
    environment: Readonly<Record<string, string>>;
    /** What it reads on its standard input; nothing when absent. */
    input?: string;
  },
): BoundProcess {
  const isBound = existsSync(SETPRIV);
  const [program, ...programArgs] = isBound
    ? [SETPRIV, '--pdeathsig', 'KILL', command, ...args]
    : [command, ...args];
  // A group of its own, so that its children can be ended with it.
  const child = spawn(program, programArgs, {
    cwd: options.folder,
    env: options.environment,
    detached: true,
    stdio: [options.input === undefined ? 'ignore' : 'pipe', 'ignore', 'pipe'],
  });
  // One that ends before it has read its input says why on its error output.
  child.stdin?.on('error', () => undefined).end(options.input);
  // A program that cannot be started emits an error in place of its exit.
  const exit = once(child, 'exit').catch(() => []);
  const complaints = keepTail(child);
  const hasExited = () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined;

  let end: Promise<void> | undefined;

  async function endWith(signal: NodeJS.Signals): Promise<void> {
    if (child.pid === undefined) return;
    const { pid } = child;
    if (!hasExited()) {
      signalProcess(pid, signal);
      // A stopped process hears nothing but KILL until it is continued.
      signalProcess(pid, 'SIGCONT');
      const impatience = setTimeout(() => signalProcess(pid, 'SIGKILL'), STOP_PATIENCE_MS);
      await exit;
      clearTimeout(impatience);
    }
    signalProcess(-pid, 'SIGKILL');
  }

  return {
    pid: child.pid ?? 0,
    complaints,
    hasExited,
    // Once only: later the number may belong to somebody else.
    stop: () => (end ??= endWith('SIGTERM')),
    kill: () => (end ??= endWith('SIGKILL')),
  };
}

function keepTail(child: ChildProcess): () => string {
  const KEPT_CHARACTERS = 4_000;
  let tail = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    tail = (tail + text).slice(-KEPT_CHARACTERS);
  });
  child.on('error', (error) => {
    tail += error.message;
  });
  return () => tail;
}

function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    // It ended by itself in the meantime, which is what was wished for.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
