import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, onTestFinished, test, vi } from 'vitest';
import { parentOf } from './processes/processes-of-run.mjs';
import { projectRoot } from './project.mjs';

const START_PATIENCE_MS = 60_000;
const END_PATIENCE_MS = 20_000;
const TIMES = { timeout: START_PATIENCE_MS + 2 * END_PATIENCE_MS };

test.each([
  { what: 'Ctrl+C is pressed', signals: ['SIGINT'], exitCode: 0 },
  { what: 'Ctrl+C is pressed twice', signals: ['SIGINT', 'SIGINT'], exitCode: 0 },
  { what: 'the terminal is closed', signals: ['SIGHUP'], exitCode: 129 },
  { what: 'everything in the terminal is killed', signals: ['SIGKILL'], exitCode: null },
] as const)('no process is left when $what', TIMES, async ({ signals, exitCode }) => {
  const { terminal, processes } = await startKiosk();

  for (const signal of signals) process.kill(-Number(terminal.pid), signal);

  expect(await once(terminal, 'exit')).toContain(exitCode);
  await vi.waitFor(() => expect(processes.filter(isRunning)).toEqual([]), { timeout: END_PATIENCE_MS });
});

test('no process is left when the kiosk crashes, and this is said', TIMES, async () => {
  const { terminal, processes, said } = await startKiosk();
  const kiosk = processes.find(
    (pid) => /electron /.test(`${commandOf(pid)} `) && !/--type=/.test(commandOf(pid)),
  );

  process.kill(Number(kiosk), 'SIGKILL');

  expect(await once(terminal, 'exit')).toContain(1);
  expect(said()).toContain('The kiosk ended by itself: signal SIGKILL.');
  await vi.waitFor(() => expect(processes.filter(isRunning)).toEqual([]), { timeout: END_PATIENCE_MS });
});

/** As in a terminal: all in one group, to which Ctrl+C goes. Comes back when the kiosk shows its screen. */
async function startKiosk() {
  // Without a screen of its own, lest the kiosk covers that of whoever runs the tests.
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...environment } = process.env;
  const terminal = spawn(process.execPath, [`${projectRoot}/build/run.mjs`, 'start'], {
    detached: true,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => endGroup(terminal));

  let said = '';
  for (const stream of [terminal.stdout, terminal.stderr])
    stream.on('data', (text) => {
      said += text;
    });
  const showsScreen = () =>
    descendantsOf(Number(terminal.pid)).some((pid) => /--type=renderer/.test(commandOf(pid)));
  await vi.waitFor(() => expect(showsScreen(), said).toBe(true), {
    timeout: START_PATIENCE_MS,
    interval: 100,
  });
  return { terminal, processes: descendantsOf(Number(terminal.pid)), said: () => said };
}

function endGroup(terminal: ChildProcess): void {
  if (terminal.exitCode === null && terminal.signalCode === null)
    process.kill(-Number(terminal.pid), 'SIGKILL');
}

function descendantsOf(ancestor: number): number[] {
  const pids = readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0);
  const childrenOf = Map.groupBy(pids, parentOf);
  const below = (pid: number): number[] =>
    (childrenOf.get(pid) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(ancestor);
}

function commandOf(pid: number): string {
  return isRunning(pid) ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') : '';
}

function isRunning(pid: number): boolean {
  return parentOf(pid) !== undefined;
}
