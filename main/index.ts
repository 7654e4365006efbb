/** The start of the program, read from top to bottom. */
import { join } from 'node:path';
import { app, ipcMain, protocol, screen, session as webSession } from 'electron';
import type { Bootstrap, SessionSnapshot } from '../preload/contract.ts';
import type { CounterName } from '../preload/health-contract.ts';
import { CALL_PIPE, EVENT_PIPE } from '../preload/wire.ts';
import { readConfigFiles } from './config/config-files.ts';
import type { KioskConfig } from './config/config-schema.ts';
import { lastResortConfig } from './config/last-resort-config.ts';
import type { LoadedConfig } from './config/load-config.ts';
import { doctorWords } from './doctor/doctor-words.ts';
import { APP_PAGE, APP_SCHEME, serveApp } from './kiosk/app-protocol.ts';
import { createLock } from './kiosk/apply-measures.ts';
import { createBreakOutAttempts } from './kiosk/break-out-attempts.ts';
import { createLateCollection } from './kiosk/collect-garbage.ts';
import { refusedStart } from './kiosk/command-line.ts';
import { createDisplay } from './kiosk/display.ts';
import { earlyWindowShape } from './kiosk/early-window-shape.ts';
import { EXIT_BY_STAFF, EXIT_REFUSED_START } from './kiosk/exit-codes.ts';
import { setLeftoversAside } from './kiosk/leftovers.ts';
import { programMeasures, sessionMeasures, surroundingMeasures, windowMeasures } from './kiosk/lock.ts';
import { prepareRestart } from './kiosk/restart.ts';
import { pixelsPerMillimetre } from './kiosk/screen-density.ts';
import { giveSignsOfLife } from './kiosk/sign-of-life.ts';
import type { ScreenFailure } from './kiosk/watchdog.ts';
import { createEarlyLog } from './log/early-log.ts';
import { NOTICE_MARK } from './rent-notice/notice-code.ts';
import type { Service } from './service.ts';
import { goWithoutFetch } from './without-fetch.ts';

const PAGE_HEAP_MEGABYTES = 512;

/** After nobody is there: the next person finds a screen first, and collecting garbage stops everything for an instant. */
const SCREEN_STANDS_MS = 5_000;

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

goWithoutFetch();
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
  const configFiles = readConfigFiles(
    join(app.getAppPath(), 'kiosk-config/default.json'),
    process.env.KIOSK_CONFIG_FILE,
  );
  const shape = earlyWindowShape(configFiles);
  let isQuitting = false;
  let service: Service | null = null;
  const serving = Promise.withResolvers<Service>();

  const display = createDisplay({
    shape,
    app,
    interrupt: () => service?.session.end('interrupted'),
    outOfService: (code) => service?.session.outOfService(code),
    sessionState,
    onFailure: (failure) => service?.health.count(COUNTER_OF_FAILURE[failure]),
    log,
  });
  // The page is on its way to the display before what answers it is there.
  ipcMain.handle(CALL_PIPE, async (event, channel, input) =>
    (await serving.promise).answer(event, channel, input),
  );

  const lock = createLock(log);
  const attempts = createBreakOutAttempts({
    onAttempt: (attempt) => {
      log.warn('lock.attempt', { attempt });
      service?.health.count('escapeAttempts');
    },
    onTooMany: () => service?.session.slowDown(),
  });
  const witnesses = { log, onAttempt: attempts.note, isQuitting: () => isQuitting };
  lock.apply(
    programMeasures({
      ...witnesses,
      mark: NOTICE_MARK,
      onScan: (text) => service?.onScan(text),
      badges: () => service?.typedBadges ?? [],
      onBadge: (number) => service?.onBadge({ name: 'presented', readerId: 'keyboard', number }),
    }),
  );

  app.on('second-instance', () => display.window()?.focus());
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', () => void lock.undo());
  app.on('before-quit', (event) => {
    isQuitting = true;
    display.stop();
    const closing = service?.close();
    if (!closing) return;
    event.preventDefault();
    // In a turn of its own: asked from within this event, Electron would take the second wish to quit for the first.
    void closing.finally(() => setImmediate(() => app.quit()));
  });

  app
    .whenReady()
    .then(open)
    .catch((error: unknown) => {
      // Whatever could not be opened: nobody is left in front of a terminal that only looks alive.
      log.error('start.failed', { name: error instanceof Error ? error.name : typeof error });
      service?.session.outOfService('INTERNAL');
    });

  async function open(): Promise<void> {
    const web = webSession.defaultSession;
    serveApp(protocol, join(app.getAppPath(), 'out/renderer'), log);
    // A notice is held up by whoever is not signed in; papers are photographed by whoever is, where that is wanted.
    const mayUseCamera = () =>
      sessionState() === 'signedOut' || (sessionState() === 'tenant' && service?.takesPictures === true);
    lock.apply(sessionMeasures(web, { ...witnesses, mayUseCamera }));
    web.setCodeCachePath(join(dataFolder, 'Code Cache'));
    const { window, painted } = display.open((opened) => {
      lock.apply(windowMeasures(opened, shape.mode, witnesses));
    });
    const logOpened = painted.then(async () => {
      lock.apply(surroundingMeasures(window, shape.mode));
      const { openFileLog } = await import('./log/file-log.ts');
      log.pourInto(openFileLog(join(dataFolder, 'logs')));
      await deleteLeftovers();
    });

    const { opened, loaded, config } = await openService();
    if (!loaded.ok) {
      opened.session.outOfService('CONFIG_INVALID', loaded.faults);
      return logOpened;
    }
    opened.session.ready();
    // The screen comes first; what it needs is opened while the person reads it. A call that needs it waits.
    await logOpened;
    await lock.holds();
    const canServe = await opened.open();
    if (canServe && config.restartAt !== null) await restartAtNight(config.restartAt, opened);
  }

  /** While Chromium makes the page's process: what serves people, and the check of the configuration. */
  async function openService(): Promise<{ opened: Service; loaded: LoadedConfig; config: KioskConfig }> {
    const [{ checkConfig }, { createService }, { createEventSender }, { createPartnerSites }] =
      await Promise.all([
        import('./config/load-config.ts'),
        import('./service.ts'),
        import('./ipc/event-sender.ts'),
        import('./kiosk/partner-sites/partner-sites.ts'),
      ]);
    const loaded = checkConfig(configFiles);
    const config = loaded.ok ? loaded.config : lastResortConfig;
    const spooler = config.printers.some(({ driver }) => driver === 'windows-spooler')
      ? (await import('./kiosk/print-window.ts')).createSpooler({ host: display.window, log })
      : undefined;
    const sendEvent = createEventSender((event, payload) => {
      display.window()?.webContents.send(EVENT_PIPE, event, payload);
    }, log);
    const running = { app: app.getVersion(), isPackaged: app.isPackaged, versions: process.versions };
    const created = createService({
      loaded,
      config,
      dataFolder,
      version: running.app,
      log,
      spooler,
      bootstrap: () => bootstrapOf(config),
      sendEvent,
      isOwnFrame: (frame) => frame === display.window()?.webContents.mainFrame && frame.url === APP_PAGE,
      wipeDisplay: display.wipe,
      onDeserted: createLateCollection(SCREEN_STANDS_MS),
      openPartnerSites: ({ activity, secondsLeft }) =>
        createPartnerSites({
          sites: config.partnerSites,
          secondsLeft,
          host: display.window,
          onChange: (visit) => sendEvent('partner.changed', visit),
          onActivity: activity,
          log,
        }),
      async openChecks(counters, isPaying) {
        const [{ checksOf }, { lookAtDisplay }] = await Promise.all([
          import('./health/checks.ts'),
          import('./kiosk/display-look.ts'),
        ]);
        return checksOf({
          loaded,
          dataFolder,
          running,
          log,
          look: lookAtDisplay,
          counters,
          isPaying,
          spooler,
        });
      },
      endProgram,
    });
    created.health.count('starts');
    service = created;
    serving.resolve(created);
    return { opened: created, loaded, config };
  }

  async function restartAtNight(restartAt: string, { isQuiet }: Service): Promise<void> {
    const { scheduleRestart } = await import('./kiosk/nightly-restart.ts');
    scheduleRestart({ restartAt, isQuiet, restart: () => endProgram('restart'), log });
  }

  function sessionState(): SessionSnapshot['state'] {
    return service?.session.snapshot().state ?? 'starting';
  }

  function endProgram(wish: 'restart' | 'exit'): void {
    log.warn('start.end-of-program', { wish });
    const exitCode = wish === 'restart' ? prepareRestart(app) : EXIT_BY_STAFF;
    void Promise.allSettled([service?.close(), lock.undo()]).then(() => app.exit(exitCode));
  }
}

function bootstrapOf({ screen: panel, brand, agency, locales, barcodeScanner }: KioskConfig): Bootstrap {
  return {
    pixelsPerMillimetre: pixelsPerMillimetre(panel, screen.getPrimaryDisplay().scaleFactor),
    brand,
    agency: { name: agency.name, phone: agency.phone, openingHours: agency.openingHours },
    locales,
    hasScanner: barcodeScanner !== undefined,
  };
}
