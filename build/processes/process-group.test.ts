import { afterEach, expect, test, vi } from 'vitest';
import { type ProcessGroup, startProcessGroup } from './process-group.ts';
import { parentOf } from './processes-of-run.mjs';

const groups: ProcessGroup[] = [];

afterEach(async () => {
  await Promise.all(groups.splice(0).map((group) => group.stop()));
});

test('how a program ended is told', async () => {
  expect(await run('exit 3').exited).toEqual({ code: 3, signal: null });
  expect(await run('kill -9 $$').exited).toEqual({ code: null, signal: 'SIGKILL' });
});

test('a program that does not exist is told as such', async () => {
  const group = startProcessGroup('/nowhere/program', [], { environment: {}, stdio: 'ignore' });

  await expect(group.exited).rejects.toThrow('ENOENT');
  await group.stop();
});

test('a program is asked politely first', async () => {
  const group = run('trap "exit 7" TERM; echo ready; while true; do sleep 0.05; done');
  await firstLineOf(group);

  await group.stop();

  expect(await group.exited).toEqual({ code: 7, signal: null });
});

test('what it started goes with it', async () => {
  const group = run('sleep 60 & echo $!; wait');
  const child = Number(await firstLineOf(group));

  await group.stop();

  await vi.waitUntil(() => !isRunning(child));
});

test('what it started goes with it even if the program itself has gone before', async () => {
  const group = run('sleep 60 & echo $!; exit 1');
  const child = Number(await firstLineOf(group));
  await group.exited;

  await group.stop();

  await vi.waitUntil(() => !isRunning(child));
});

test('a program that does not listen is ended all the same', async () => {
  const group = run('trap "" TERM; echo ready; while true; do sleep 0.05; done');
  await firstLineOf(group);

  await group.stop();

  expect(await group.exited).toEqual({ code: null, signal: 'SIGKILL' });
});

test('to stop it twice is to stop it', async () => {
  const group = run('echo ready; sleep 60');
  await firstLineOf(group);

  await Promise.all([group.stop(), group.stop()]);

  expect(await group.exited).toEqual({ code: null, signal: 'SIGTERM' });
});

function run(script: string): ProcessGroup {
  const group = startProcessGroup('/bin/sh', ['-c', script], {
    environment: { PATH: process.env.PATH },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  groups.push(group);
  return group;
}

function firstLineOf(group: ProcessGroup): Promise<string> {
  return new Promise((resolve) => group.process.stdout?.once('data', (line) => resolve(String(line).trim())));
}

function isRunning(pid: number): boolean {
  return parentOf(pid) !== undefined;
}
