import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { expect, test, vi } from 'vitest';
import { oneAtATime } from './one-at-a-time.mjs';

test('a second one waits until the first has finished', async () => {
  const folder = `/nowhere/${randomUUID()}`;
  const events: string[] = [];
  const gate = Promise.withResolvers<void>();

  const first = oneAtATime(
    folder,
    async () => {
      events.push('first begins');
      await gate.promise;
      events.push('first ends');
    },
    () => events.push('first waits'),
  );
  await vi.waitUntil(() => events.includes('first begins'));
  const second = oneAtATime(
    folder,
    async () => events.push('second begins'),
    () => events.push('second waits'),
  );
  await vi.waitUntil(() => events.includes('second waits'));
  gate.resolve();
  await Promise.all([first, second]);

  expect(events).toEqual(['first begins', 'second waits', 'first ends', 'second begins']);
});

test('one in another checkout does not wait', async () => {
  const onWait = vi.fn();

  await oneAtATime(
    `/nowhere/${randomUUID()}`,
    () => oneAtATime(`/nowhere/${randomUUID()}`, async () => undefined, onWait),
    onWait,
  );

  expect(onWait).not.toHaveBeenCalled();
});

test('one that fails lets the next one begin', async () => {
  const folder = `/nowhere/${randomUUID()}`;
  const fail = () => Promise.reject(new Error('no network'));

  await expect(oneAtATime(folder, fail, vi.fn())).rejects.toThrow('no network');

  await expect(oneAtATime(folder, async () => 'done', vi.fn())).resolves.toBe('done');
});

test('one that is killed lets the next one begin', async () => {
  const folder = `/nowhere/${randomUUID()}`;
  const program = `
    import { oneAtATime } from ${JSON.stringify(`${import.meta.dirname}/one-at-a-time.mjs`)};
    const forever = () => new Promise(() => process.stdout.write('begun'));
    await oneAtATime(${JSON.stringify(folder)}, forever, () => {});`;
  const first = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(first.stdout, 'data');

  first.kill('SIGKILL');

  await expect(
    oneAtATime(
      folder,
      async () => 'done',
      () => undefined,
    ),
  ).resolves.toBe('done');
});
