/** The whole kiosk, as it is built, in its window: its main process is killed, and the system ends the rest. */
import { setTimeout as delay } from 'node:timers/promises';
import { electronRuntime } from '../../../build/electron-runtime.mjs';
import { projectRoot } from '../../../build/project.mjs';
import type { PageConnection } from '../../bench/page-connection.ts';
import { type StartedElectron, startElectron } from '../../bench/started-electron.ts';
import type { Kiosk, StartKiosk } from './kiosk.ts';

const START_PATIENCE_MS = 30_000;
const POLL_MS = 10;

export const startInElectron: StartKiosk = async (environment) => {
  const electron = await startElectron({
    executable: electronRuntime().executable,
    folder: projectRoot,
    environment: { ...process.env, ...environment },
  });
  try {
    const page = await electron.page();
    await untilItInvites(page);
    return kioskOf(electron, page);
  } catch (error) {
    await electron.kill();
    throw error;
  }
};

function kioskOf(electron: StartedElectron, page: PageConnection): Kiosk {
  const died = Promise.withResolvers<never>();
  // Nobody may be waiting for an answer at that moment.
  died.promise.catch(() => undefined);
  return {
    call: (channel, input) => Promise.race([page.evaluate(callOf(channel, input)), died.promise]) as never,
    async kill(signal) {
      await electron.kill(signal);
      died.reject(new Error('The kiosk has died.'));
      page.close();
    },
  };
}

function callOf(channel: string, input: unknown): string {
  return `window.kiosk.call(${JSON.stringify(channel)}, ${JSON.stringify(input) ?? 'undefined'})`;
}

async function untilItInvites(page: PageConnection): Promise<void> {
  const deadline = performance.now() + START_PATIENCE_MS;
  for (;;) {
    // A page that is being loaded does not answer.
    const state = await page
      .evaluate<{ state: string }>(callOf('session.read', undefined))
      .then((snapshot) => snapshot.state)
      .catch((error: Error) => error.message);
    if (state === 'attract') return;
    if (performance.now() > deadline) throw new Error(`The kiosk does not invite anybody: ${state}`);
    await delay(POLL_MS);
  }
}
