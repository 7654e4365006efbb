/** The start of the program, read from top to bottom. */
import { join } from 'node:path';
import { app, type BrowserWindow, ipcMain, protocol, screen, session as webSession } from 'electron';
import type { CounterName } from '../preload/health-contract.ts';
import { CALL_PIPE, EVENT_PIPE } from '../preload/wire.ts';
import { lastResortConfig } from './config/last-resort-config.ts';
import { loadConfig } from './config/load-config.ts';
import { doctorWords } from './doctor/doctor-words.ts';
import { createHealth } from './health/health.ts';
import { createEventSender } from './ipc/event-sender.ts';
import { createHandlers } from './ipc/handlers.ts';
import { createRouter } from './ipc/router.ts';
import { APP_PAGE, APP_SCHEME, serveApp } from './kiosk/app-protocol.ts';
import { createLock } from './kiosk/apply-measures.ts';
import { createBreakOutAttempts } from './kiosk/break-out-attempts.ts';
import { refusedStart } from './kiosk/command-line.ts';
import { EXIT_BY_STAFF, EXIT_REFUSED_START, EXIT_SCREEN_LOST } from './kiosk/exit-codes.ts';
import { openKioskWindow, zoomFactorOf } from './kiosk/kiosk-window.ts';
import { setLeftoversAside } from './kiosk/leftovers.ts';
import { programMeasures, sessionMeasures, surroundingMeasures, windowMeasures } from './kiosk/lock.ts';
import { createPartnerSites } from './kiosk/partner-sites/partner-sites.ts';
import { prepareRestart } from './kiosk/restart.ts';
import { pixelsPerMillimetre } from './kiosk/screen-density.ts';
import { giveSignsOfLife } from './kiosk/sign-of-life.ts';
import { createWatchdog, type ScreenFailure } from './kiosk/watchdog.ts';
import { wipeScreen } from './kiosk/wipe-screen.ts';
import { createEarlyLog } from './log/early-log.ts';
import type { OpenParts } from './open-parts.ts';
import type { Staff } from './open-staff.ts';
import { NOTICE_MARK } from './rent-notice/notice-code.ts';
import { createScans } from './rent-notice/scans.ts';
import { holdForPayment } from './session/hold-for-payment.ts';
import { holdForPrint } from './session/hold-for-print.ts';
import { createSession } from './session/session.ts';

const PAGE_HEAP_MEGABYTES = 512;

const COUNTER_OF_FAILURE: Readonly<Record<ScreenFailure, CounterName>> = {
  crash: 'rendererCrashes',
  outOfMemory: 'rendererCrashes',
  hang: 'hangs',
  gpu: 'gpuCrashes',
};

// Before there is a window, or a port that somebody asked for. From source, developers may ask for anything.
const refusal = app.isPackaged
  ? refusedStart({
      words: process.argv.slice(1),
      environment: process.env,
      userId: process.getuid?.(),
    })
  : null;
if (refusal !== null) {
  process.stderr.write(`${refusal}\n`);
  app.exit(EXIT_REFUSED_START);
}

const words = doctorWords(process.argv);
if (words) {
  const { runDoctorHere } = await import('./doctor/doctor-here.ts');
  process.exit(await runDoctorHere(words));
}

app.setPath('userData', process.env.KIOSK_DATA_FOLDER ?? app.getPath('userData'));
// One kiosk a data folder: the lock stands in it.
if (app.requestSingleInstanceLock()) start();
else app.exit(0);

function start(): void {
  // Node.js cuts small buffers out of one slab that stays: a password sent hours ago would still stand in it.
  Buffer.poolSize = 0;
  // Far above what the kiosk's page needs, far below what would take the machine down with it.
  app.commandLine.appendSwitch('js-flags', `--max-old-space-size=${PAGE_HEAP_MEGABYTES}`);
  // Chromium refuses its sandbox to root. Development and tests may run as root; what is packaged never does without.
  if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  protocol.registerSchemesAsPrivileged([APP_SCHEME]);

  const dataFolder = app.getPath('userData');
  const deleteLeftovers = setLeftoversAside(dataFolder);
  const log = createEarlyLog();
  giveSignsOfLife(process.env.KIOSK_HEARTBEAT_FILE, log);
  const loaded = loadConfig(
    join(app.getAppPath(), 'kiosk-config/default.json'),
    process.env.KIOSK_CONFIG_FILE,
  );
  const config = loaded.ok ? loaded.config : lastResortConfig;

  let window: BrowserWindow | null = null;
  let openedParts: OpenParts | null = null;
  let isQuitting = false;
  let displayWiped: Promise<void> = Promise.resolve();
  let staff: Promise<Staff> | null = null;
  const parts = Promise.withResolvers<OpenParts>();

  const sendEvent = createEventSender((event, payload) => {
    window?.webContents.send(EVENT_PIPE, event, payload);
  }, log);

  const running = { app: app.getVersion(), isPackaged: app.isPackaged, versions: process.versions };
  const health = createHealth({
    openChecks: async (counters) => {
      const [{ checksOf }, { lookAtDisplay }] = await Promise.all([
        import('./health/checks.ts'),
        import('./kiosk/display-look.ts'),
      ]);
      const isPaying = () => openedParts?.money.payments.isUnderWay() ?? false;
      return checksOf({ loaded, dataFolder, running, log, look: lookAtDisplay, counters, isPaying });
    },
    log,
  });
  health.count('starts');

  const session = createSession({
    greeting: { locale: config.locales[0] ?? 'fr', textSize: 'normal', contrast: 'standard' },
    times: config.session,
    async wipe() {
      await Promise.all([
        openedParts?.forgetPerson(),
        partnerSites.close(),
        wipeDisplay().catch(screenIsLost),
      ]);
    },
    onChange: (snapshot) => {
      partnerSites.follow(snapshot);
      sendEvent('session.changed', snapshot);
    },
    log,
  });

  const partnerSites = createPartnerSites({
    sites: config.partnerSites,
    limitSeconds: config.session.absoluteLimitMinutes * 60,
    host: () => window,
    onChange: (visit) => sendEvent('partner.changed', visit),
    onActivity: session.activity,
    log,
  });

  function wipeDisplay(): Promise<void> {
    if (window) displayWiped = wipeScreen(window, zoomFactorOf({ ...config.window, ...config.screen }));
    return displayWiped;
  }

  /** What cannot be wiped off the display is ended with the program; whoever started it starts it anew. */
  function screenIsLost(error: unknown): void {
    if (isQuitting) return;
    log.error('start.screen-lost', { name: error instanceof Error ? error.name : typeof error });
    app.exit(EXIT_SCREEN_LOST);
  }

  const watchdog = createWatchdog({
    async freshScreen() {
      session.end('interrupted');
      await screenIsWiped();
    },
    async outOfService(code) {
      session.outOfService(code);
      await screenIsWiped();
    },
    exit: (code) => app.exit(code),
    app,
    onFailure: (failure) => health.count(COUNTER_OF_FAILURE[failure]),
    log,
  });

  /** By the end of the session that is under way, or, when nobody was there, by itself. */
  async function screenIsWiped(): Promise<void> {
    await (session.snapshot().state === 'ending' ? displayWiped : wipeDisplay());
  }

  const router = createRouter({
    handlers: createHandlers({
      bootstrap: () => ({
        pixelsPerMillimetre: pixelsPerMillimetre(config.screen, screen.getPrimaryDisplay().scaleFactor),
        brand: config.brand,
        agency: {
          name: config.agency.name,
          phone: config.agency.phone,
          openingHours: config.agency.openingHours,
        },
        locales: config.locales,
        hasScanner: config.barcodeScanner !== undefined,
      }),
      session,
      parts: parts.promise,
      staff: () => (staff ??= openStaffRoom()),
      health,
      endProgram,
      partnerSites,
    }),
    isOwnFrame: (frame) => frame === window?.webContents.mainFrame && frame.url === APP_PAGE,
    sessionState: () => session.snapshot().state,
    log,
  });
  ipcMain.handle(CALL_PIPE, (event, channel, input) => router.answer(event, channel, input));

  const lock = createLock(log);
  const attempts = createBreakOutAttempts({
    onAttempt: (attempt) => {
      log.warn('lock.attempt', { attempt });
      health.count('escapeAttempts');
    },
    onTooMany: session.slowDown,
  });
  const witnesses = { log, onAttempt: attempts.note, isQuitting: () => isQuitting };
  const onScan = createScans({ session, tell: (scanned) => sendEvent('rentNotice.scanned', scanned), log });
  lock.apply(programMeasures({ ...witnesses, mark: NOTICE_MARK, onScan }));

  app.on('second-instance', () => window?.focus());
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', () => void lock.undo());
  app.on('before-quit', (event) => {
    isQuitting = true;
    watchdog.stop();
    if (!openedParts) return;
    event.preventDefault();
    const closing = openedParts.close();
    openedParts = null;
    // In a turn of its own: asked from within this event, Electron would take the second wish to quit for the first.
    void closing.finally(() => setImmediate(() => app.quit()));
  });

  app
    .whenReady()
    .then(open)
    .catch((error: unknown) => {
      // Whatever could not be opened: nobody is left in front of a terminal that only looks alive.
      log.error('start.failed', { name: error instanceof Error ? error.name : typeof error });
      session.outOfService('INTERNAL');
    });

  async function openStaffRoom(): Promise<Staff> {
    const { openStaff } = await import('./open-staff.ts');
    return openStaff({
      loaded,
      config,
      dataFolder,
      version: app.getVersion(),
      log,
      onPrintJob: (job) => {
        if (session.snapshot().state === 'technician') sendEvent('printing.changed', job);
      },
    });
  }

  function endProgram(wish: 'restart' | 'exit'): void {
    log.warn('start.end-of-program', { wish });
    const exitCode = wish === 'restart' ? prepareRestart(app) : EXIT_BY_STAFF;
    const closing = [staff?.then((opened) => opened.close()), openedParts?.close(), lock.undo()];
    openedParts = null;
    void Promise.allSettled(closing).then(() => app.exit(exitCode));
  }

  async function open(): Promise<void> {
    const web = webSession.defaultSession;
    serveApp(protocol, join(app.getAppPath(), 'out/renderer'), log);
    // Whoever is signed in has no need to hold up a notice.
    const mayUseCamera = () => session.snapshot().state === 'signedOut';
    lock.apply(sessionMeasures(web, { ...witnesses, mayUseCamera }));
    web.setCodeCachePath(join(dataFolder, 'Code Cache'));
    const opening = openKioskWindow({ ...config.window, ...config.screen });
    window = opening;
    lock.apply(windowMeasures(opening, config.window.mode, witnesses));
    window.on('closed', () => {
      window = null;
    });
    const shown = window;
    const painted = window.loadURL(APP_PAGE);
    painted.then(() => watchdog.watchOver(shown), screenIsLost);
    const logOpened = painted.then(async () => {
      lock.apply(surroundingMeasures(opening, config.window.mode));
      const { openFileLog } = await import('./log/file-log.ts');
      log.pourInto(openFileLog(join(dataFolder, 'logs')));
      await deleteLeftovers();
    });

    if (!loaded.ok) {
      session.outOfService('CONFIG_INVALID', loaded.faults);
      return logOpened;
    }
    session.ready();
    // The screen comes first; what it needs is opened while the person reads it. A call that needs it waits.
    await logOpened;
    await lock.holds();
    const { openParts } = await import('./open-parts.ts');
    const opened = await openParts({
      config,
      dataFolder,
      log,
      onPrintJob: (job) => {
        holdForPrint(session, job);
        if (session.hasSomebody()) sendEvent('printing.changed', job);
      },
      onPayment: (payment) => {
        holdForPayment(session, payment);
        if (session.hasSomebody()) sendEvent('payment.changed', payment);
      },
      onScan,
      onDelivery: (delivery) => {
        if (session.hasTenant()) sendEvent('delivery.changed', delivery);
      },
    });
    if (!opened.ok) return session.outOfService(opened.error.code);
    openedParts = opened.value;
    health.keepIn(opened.value.healthCounters);
    parts.resolve(openedParts);
    if (config.restartAt !== null) await restartAtNight(config.restartAt);
  }

  async function restartAtNight(restartAt: string): Promise<void> {
    const { scheduleRestart } = await import('./kiosk/nightly-restart.ts');
    scheduleRestart({
      restartAt,
      isQuiet: () => ['attract', 'outOfService'].includes(session.snapshot().state) && !openedParts?.isBusy(),
      restart: () => endProgram('restart'),
      log,
    });
  }
}
