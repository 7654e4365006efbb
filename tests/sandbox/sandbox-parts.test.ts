import { expect, test } from 'vitest';
import { gatherParts } from './sandbox-parts.ts';

function partThat(log: string[], name: string, stop = async () => {}) {
  return {
    name,
    async stop() {
      log.push(`stop ${name}`);
      await stop();
    },
  };
}

test('parts stop in the opposite order of their starts, once', async () => {
  const log: string[] = [];
  const parts = gatherParts();
  const bus = parts.start(async () => partThat(log, 'bus'));
  parts.start(async () => {
    await bus;
    return partThat(log, 'printer');
  });
  await parts.allStarted();

  await Promise.all([parts.stop(), parts.stop()]);
  await parts.stop();

  expect(log).toEqual(['stop printer', 'stop bus']);
});

test('when one part cannot start, the others are stopped, the slow ones too, and its reason is told', async () => {
  const log: string[] = [];
  const parts = gatherParts();
  let finishSlowStart = () => {};
  const slowStart = new Promise<void>((resolve) => {
    finishSlowStart = resolve;
  });
  parts.start(async () => partThat(log, 'bus'));
  parts.start(() => Promise.reject(new Error('no printer')));
  parts.start(async () => {
    await slowStart;
    return partThat(log, 'keyring');
  });

  const starting = parts.allStarted();
  finishSlowStart();

  await expect(starting).rejects.toThrow('no printer');
  expect(log).toEqual(['stop keyring', 'stop bus']);
});

test('a part that cannot be stopped does not keep the others running', async () => {
  const log: string[] = [];
  const parts = gatherParts();
  parts.start(async () => partThat(log, 'bus'));
  parts.start(async () => partThat(log, 'stuck', () => Promise.reject(new Error('stuck'))));
  await parts.allStarted();

  await expect(parts.stop()).rejects.toThrow('could not be stopped');
  expect(log).toEqual(['stop stuck', 'stop bus']);
});
