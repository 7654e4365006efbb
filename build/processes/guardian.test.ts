import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { expect, onTestFinished, test, vi } from 'vitest';
import { parentOf } from './processes-of-run.mjs';
import { RUN_MARKER } from './run-marker.mjs';

/** A program under a guardian: it starts a child in a session of its own that will not listen, and says its id. */
const GUARDED_PROGRAM = `
  import { spawn } from 'node:child_process';
  import { startGuardian } from ${JSON.stringify(`${import.meta.dirname}/guardian.mjs`)};
  const guardian = startGuardian();
  const stubborn = 'trap "" TERM HUP INT; echo "$$ ${'$'}${RUN_MARKER}"; while true; do sleep 0.05; done';
  spawn('/bin/sh', ['-c', stubborn], { detached: true, stdio: ['ignore', 'inherit', 'ignore'] });
  process.stdin.once('data', () => guardian.endRun().then(() => process.exit(5)));
`;

test.concurrent('nothing is left when a run is ended in order', async () => {
  const { program, child, folder } = await startGuarded();

  program.stdin?.write('end');
  const [exitCode] = await once(program, 'exit');

  expect(exitCode).toBe(5);
  expect(isRunning(child)).toBe(false);
  expect(existsSync(folder)).toBe(false);
});

test.concurrent('nothing is left when the program is killed', async () => {
  const { program, child, folder } = await startGuarded();

  program.kill('SIGKILL');

  await vi.waitUntil(() => !isRunning(child) && !existsSync(folder), { timeout: 15_000 });
});

test.concurrent('nothing is left when everything in the terminal is killed at once', async () => {
  const { program, child, folder } = await startGuarded();

  process.kill(-Number(program.pid), 'SIGKILL');

  await vi.waitUntil(() => !isRunning(child) && !existsSync(folder), { timeout: 15_000 });
});

test.concurrent('processes of another run are left alone', async () => {
  const bystander = spawn('/bin/sleep', ['60'], {
    env: { [RUN_MARKER]: '/nowhere/kiosk-another' },
    stdio: 'ignore',
  });
  onTestFinished(() => {
    bystander.kill('SIGKILL');
  });
  const { program } = await startGuarded();

  program.stdin?.write('end');
  await once(program, 'exit');

  expect(isRunning(Number(bystander.pid))).toBe(true);
});

async function startGuarded(): Promise<{ program: ChildProcess; child: number; folder: string }> {
  const program = spawn(process.execPath, ['--input-type=module', '-e', GUARDED_PROGRAM], {
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = await once(program.stdout, 'data');
  const [pid, folder = ''] = String(line).trim().split(' ');
  expect(isRunning(Number(pid)) && existsSync(folder)).toBe(true);
  return { program, child: Number(pid), folder };
}

function isRunning(pid: number): boolean {
  return parentOf(pid) !== undefined;
}
