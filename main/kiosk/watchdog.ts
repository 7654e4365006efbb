/**
 * Watches over what is on the display: a page that crashes, hangs or runs out of memory, a graphics process that
 * dies. Whoever was there is wiped and a fresh screen comes; what fails again and again ends on the out-of-service
 * screen; and when not even that can be shown, the program ends, for whoever started it to start it anew.
 */
import type { App, BrowserWindow } from 'electron';
import type { ErrorCode } from '../../preload/contract.ts';
import type { Log } from '../log/log.ts';
import { askPage } from './ask-page.ts';
import { EXIT_SCREEN_LOST } from './exit-codes.ts';
import { createFailureBudget } from './failure-budget.ts';
import { listenForHeartbeat, type PageProcess } from './heartbeat.ts';
import { kill } from './replace-renderer.ts';

export type ScreenFailure = 'crash' | 'outOfMemory' | 'hang' | 'gpu';

/** A terminal that fails more often has something that a fresh screen does not mend. */
const MOST_FAILURES = { most: 3, withinSeconds: 300 };

const CODES: Readonly<Record<ScreenFailure, ErrorCode>> = {
  crash: 'SCREEN_CRASHED',
  outOfMemory: 'SCREEN_CRASHED',
  hang: 'SCREEN_HUNG',
  gpu: 'GPU_CRASHED',
};

export interface Watchdog {
  /** From the first paint on. */
  watchOver(window: BrowserWindow): void;
  stop(): void;
}

export function createWatchdog(parts: {
  /** Wipes whoever is there and shows a fresh screen. Rejects when none can be shown. */
  freshScreen: () => Promise<void>;
  /** The same, and the fresh screen says that the terminal serves nobody. */
  outOfService: (code: ErrorCode) => Promise<void>;
  /** Nothing can be shown any more. */
  exit: (code: number) => void;
  app: Pick<App, 'on' | 'getAppMetrics'>;
  onFailure: (failure: ScreenFailure) => void;
  log: Log;
}): Watchdog {
  const { freshScreen, outOfService, exit, app, onFailure, log } = parts;
  const budget = createFailureBudget(MOST_FAILURES);
  let stopListening = () => {};
  let isStopped = false;
  let isOutOfService = false;
  let isRecovering = false;
  let isPageGone = () => false;

  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    log.error('watchdog.process-gone', { type, reason, exitCode });
    if (type === 'GPU') fail('gpu');
  });

  return {
    watchOver(window) {
      const contents = window.webContents;
      isPageGone = () => !contents.isDestroyed() && contents.isCrashed();
      let hungProcess = 0;
      contents.on('render-process-gone', (_event, { reason, exitCode }) => {
        if (reason === 'clean-exit') return;
        log.error('watchdog.page-gone', { reason, exitCode });
        if (hungProcess !== 0) fail('hang');
        else fail(reason === 'oom' ? 'outOfMemory' : 'crash');
        hungProcess = 0;
      });
      const endHungPage = () => {
        const pid = contents.isDestroyed() ? 0 : contents.getOSProcessId();
        // 0: there is none at this moment.
        if (isStopped || pid === 0 || pid === hungProcess) return;
        hungProcess = pid;
        kill(pid);
      };
      window.on('unresponsive', endHungPage);
      stopListening = listenForHeartbeat({
        ask: () => askPage(contents),
        look: () => (contents.isDestroyed() ? null : processOf(contents.getOSProcessId())),
        onSilence: endHungPage,
      });
    },
    stop() {
      isStopped = true;
      stopListening();
    },
  };

  function processOf(processId: number): PageProcess | null {
    const cpuSeconds = app.getAppMetrics().find(({ pid }) => pid === processId)?.cpu.cumulativeCPUUsage;
    return cpuSeconds === undefined ? null : { processId, cpuSeconds };
  }

  function fail(failure: ScreenFailure): void {
    if (isStopped) return;
    onFailure(failure);
    const isBearable = budget.spend();
    log.error('watchdog.screen-failed', { failure, isBearable });
    if (isRecovering) return;
    isRecovering = true;
    // In a turn of its own: Chromium may not be asked for a page from within the news that the last one died.
    setImmediate(() => void recover(failure, isBearable));
  }

  async function recover(failure: ScreenFailure, isBearable: boolean): Promise<void> {
    if (isOutOfService && !isBearable) return exit(EXIT_SCREEN_LOST);
    try {
      isOutOfService ||= !isBearable;
      await (isBearable ? freshScreen() : outOfService(CODES[failure]));
    } catch (error) {
      log.error('watchdog.screen-lost', { name: error instanceof Error ? error.name : typeof error });
      return exit(EXIT_SCREEN_LOST);
    } finally {
      isRecovering = false;
    }
    // One failure brings others with it; what the fresh screen has survived needs no second one.
    if (isPageGone()) fail('crash');
  }
}
