import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';

/** Hands over to a shell script, as run.mjs hands over to a program. */
const HANDING_OVER = `
  import { handOver } from ${JSON.stringify(`${import.meta.dirname}/hand-over.mjs`)};
  process.exitCode = await handOver('/bin/sh', ['-c', process.argv[1]], process.env);
`;

test("the program's exit code is the exit code", async () => {
  expect(await exitOf(handOverTo('exit 3'))).toBe(3);
});

test("a program that a signal ended exits as a shell's would", async () => {
  expect(await exitOf(handOverTo('kill -9 $$'))).toBe(137);
});

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s reaches the program, which ends in its own way',
  async (signal) => {
    const script = `trap "exit 9" ${signal.slice(3)}; echo ready; while true; do sleep 0.05; done`;
    const outer = handOverTo(script);
    await once(outer.stdout as NodeJS.ReadableStream, 'data');

    outer.kill(signal);

    expect(await exitOf(outer)).toBe(9);
  },
);

test('Ctrl+C pressed twice, and passed on by npm as well, does no harm', async () => {
  const script = `trap 'count=x$count; [ "$count" = xxx ] && exit 9' INT; echo ready; while true; do sleep 0.05; done`;
  const outer = handOverTo(script);
  await once(outer.stdout as NodeJS.ReadableStream, 'data');

  const again = setInterval(() => outer.kill('SIGINT'), 100);
  const exitCode = await exitOf(outer);
  clearInterval(again);

  expect(exitCode).toBe(9);
});

function handOverTo(script: string): ChildProcess {
  // A group of its own, so that nothing of it is left even if a test fails.
  const outer = spawn(process.execPath, ['--input-type=module', '-e', HANDING_OVER, script], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(async () => {
    if (outer.exitCode === null) process.kill(-Number(outer.pid), 'SIGKILL');
  });
  return outer;
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  const [exitCode] = await once(child, 'exit');
  return exitCode;
}
