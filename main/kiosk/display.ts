/**
 * The display: one window, painted once, wiped after each person, watched over all the time, and given up together
 * with the program when nothing can be shown on it any more.
 */
import type { App, BrowserWindow } from 'electron';
import type { ErrorCode, SessionSnapshot } from '../../preload/contract.ts';
import type { Log } from '../log/log.ts';
import { APP_PAGE } from './app-protocol.ts';
import { EXIT_SCREEN_LOST } from './exit-codes.ts';
import { openKioskWindow, type WindowShape, zoomFactorOf } from './kiosk-window.ts';
import { createWatchdog, type ScreenFailure } from './watchdog.ts';
import { wipeScreen } from './wipe-screen.ts';

export interface Display {
  /** Null before it was opened, and after it was closed. */
  window(): BrowserWindow | null;
  /** `lockUp` comes before the window's first page, `painted` once its first words can be read. */
  open(lockUp: (window: BrowserWindow) => void): { window: BrowserWindow; painted: Promise<void> };
  /** Resolves when nothing of a person is left on it. What cannot be wiped ends with the program. */
  wipe(): Promise<void>;
  /** The program is ending: what dies from now on is no failure. */
  stop(): void;
}

export function createDisplay(parts: {
  shape: WindowShape;
  app: Pick<App, 'on' | 'exit' | 'getAppMetrics'>;
  /** Whoever is there meanwhile is wiped off, and told so. */
  interrupt: () => void;
  outOfService: (code: ErrorCode) => void;
  sessionState: () => SessionSnapshot['state'];
  onFailure: (failure: ScreenFailure) => void;
  log: Log;
}): Display {
  const { shape, app, interrupt, outOfService, sessionState, onFailure, log } = parts;
  let window: BrowserWindow | null = null;
  let wiped: Promise<void> = Promise.resolve();
  let isStopped = false;

  const watchdog = createWatchdog({
    async freshScreen() {
      interrupt();
      await freshlyWiped();
    },
    async outOfService(code) {
      outOfService(code);
      await freshlyWiped();
    },
    exit: (code) => app.exit(code),
    app,
    onFailure,
    log,
  });

  return {
    window: () => window,

    open(lockUp) {
      const opened = openKioskWindow(shape);
      window = opened;
      opened.on('closed', () => {
        window = null;
      });
      lockUp(opened);
      const painted = opened.loadURL(APP_PAGE);
      painted.then(() => watchdog.watchOver(opened), giveUp);
      return { window: opened, painted };
    },

    wipe: () => wipe().catch(giveUp),

    stop() {
      isStopped = true;
      watchdog.stop();
    },
  };

  function wipe(): Promise<void> {
    if (window) wiped = wipeScreen(window, zoomFactorOf(shape));
    return wiped;
  }

  /** By the end of the session that is under way, or, when nobody was there, by itself. */
  async function freshlyWiped(): Promise<void> {
    await (sessionState() === 'ending' ? wiped : wipe());
  }

  /** Whoever started the program starts it anew. */
  function giveUp(error: unknown): void {
    if (isStopped) return;
    log.error('display.lost', { name: error instanceof Error ? error.name : typeof error });
    app.exit(EXIT_SCREEN_LOST);
  }
}
