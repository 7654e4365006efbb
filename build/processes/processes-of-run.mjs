import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { RUN_MARKER } from './run-marker.mjs';

/** Time to put things in order after SIGTERM; then SIGKILL, after which only the kernel can be slow. */
const TERM_PATIENCE_MS = 4_000;
const KILL_PATIENCE_MS = 4_000;
const POLL_MS = 25;

/**
 * Ends every process of the run, politely first.
 * @param {string} run
 * @returns {Promise<number[]>} the ids of those that are still there
 */
export async function endProcessesOfRun(run) {
  /** @type {[NodeJS.Signals, number][]} */
  const escalation = [
    ['SIGTERM', TERM_PATIENCE_MS],
    ['SIGKILL', KILL_PATIENCE_MS],
  ];
  for (const [signal, patienceMs] of escalation) {
    const deadline = performance.now() + patienceMs;
    const told = new Set();
    for (let left = processesOfRun(run); ; left = processesOfRun(run)) {
      if (left.length === 0) return [];
      if (performance.now() > deadline) break;
      for (const pid of left.filter((one) => !told.has(one))) {
        told.add(pid);
        send(signal, pid);
      }
      await delay(POLL_MS);
    }
  }
  return processesOfRun(run);
}

/**
 * The processes that carry the run's marker, with all their descendants: Chromium's own children hide or overwrite
 * their environment.
 * @param {string} run
 * @returns {number[]} process ids
 */
export function processesOfRun(run) {
  const processes = allProcesses();
  const marker = `${RUN_MARKER}=${run}\0`;
  const found = new Set(
    processes.filter(({ pid }) => `${readProc(pid, 'environ')}\0`.includes(marker)).map(({ pid }) => pid),
  );

  let foundBefore;
  do {
    foundBefore = found.size;
    for (const { pid, parent } of processes) if (found.has(parent)) found.add(pid);
  } while (found.size > foundBefore);

  found.delete(process.pid);
  return [...found];
}

/** @returns {{ pid: number, parent: number }[]} those that run */
function allProcesses() {
  // Only Linux has it, and only there is anything started that could be left.
  if (!existsSync('/proc')) return [];
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).flatMap((pid) => {
    const parent = parentOf(pid);
    return parent === undefined ? [] : [{ pid, parent }];
  });
}

/**
 * @param {number} pid
 * @returns {number | undefined} nothing when it does not run; one that has ended and waits for its parent does not
 */
export function parentOf(pid) {
  // proc(5): `pid (name) state parent …`; the name may hold spaces and brackets.
  const stat = readProc(pid, 'stat');
  const [state = '', parent = ''] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ['', 'Z', 'X'].includes(state) ? undefined : Number(parent);
}

/**
 * @param {number} pid
 * @param {'environ' | 'stat'} file
 * @returns {string} nothing when the process has ended, or belongs to somebody else
 */
function readProc(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes(codeOf(error))) return '';
    throw error;
  }
}

/**
 * @param {NodeJS.Signals} signal
 * @param {number} pid
 */
function send(signal, pid) {
  try {
    process.kill(pid, signal);
    // One that is stopped hears nothing but SIGKILL until it goes on.
    process.kill(pid, 'SIGCONT');
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error;
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return /** @type {NodeJS.ErrnoException} */ (error).code ?? '';
}
