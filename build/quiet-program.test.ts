import { expect, test } from 'vitest';
import { runQuietly } from './quiet-program.mjs';

test('a program that succeeds tells what it wrote', async () => {
  expect(await runShell('echo out; echo err >&2')).toEqual({ ok: true, output: 'out\nerr' });
});

test('a program that fails tells why, without colours', async () => {
  expect(await runShell("printf '\\033[31mno network\\033[0m\\n' >&2; exit 4")).toEqual({
    ok: false,
    output: 'no network',
  });
});

test('of a flood the end is kept', async () => {
  const { output } = await runShell('seq 1 100000');

  expect(output.length).toBeLessThanOrEqual(8_000);
  expect(output).toMatch(/\n99999\n100000$/);
});

test('a program that never ends is ended', async () => {
  const { ok, output } = await runQuietly('/bin/sleep', ['60'], { timeoutSeconds: 0.1 });

  expect(ok).toBe(false);
  expect(output).toBe('ended after 0.1 s without a result');
});

test('a program that does not exist is a failure, not a crash', async () => {
  const { ok, output } = await runQuietly('/nowhere/program', [], { timeoutSeconds: 5 });

  expect(ok).toBe(false);
  expect(output).toContain('ENOENT');
});

function runShell(script: string) {
  return runQuietly('/bin/sh', ['-c', script], { timeoutSeconds: 10 });
}
