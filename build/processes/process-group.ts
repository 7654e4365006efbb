import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';

const STOP_PATIENCE_MS = 3_000;

/** How a program ended: one of the two is null. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface ProcessGroup {
  readonly process: ChildProcess;
  /** Rejects when the program cannot be started at all. */
  readonly exited: Promise<Exit>;
  /** Ends the program and all that it started: politely, then not. May be called again. */
  stop(): Promise<void>;
}

/** Starts a program in a process group of its own, so that all it starts can be ended with it. */
export function startProcessGroup(
  program: string,
  words: readonly string[],
  options: { environment: NodeJS.ProcessEnv; stdio: StdioOptions },
): ProcessGroup {
  const child = spawn(program, words, { env: options.environment, stdio: options.stdio, detached: true });
  const exited = once(child, 'exit').then(([code, signal]): Exit => ({ code, signal }));
  let stopping: Promise<void> | undefined;

  async function stop(): Promise<void> {
    if (child.pid === undefined) return;
    // Told to the program alone, it ends its own children in its own order.
    child.kill('SIGTERM');
    const impatience = setTimeout(killGroup, STOP_PATIENCE_MS, child.pid);
    await exited;
    clearTimeout(impatience);
    // The program itself has gone; what it started may not have.
    killGroup(child.pid);
  }

  return {
    process: child,
    exited,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // The last of the group has ended by itself, which is what was wished for.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
