/**
 * What serves whoever is in front of the kiosk, on whatever it is shown: their session, the parts behind it, staff's
 * way in, and the gate that every call of the screen has to pass.
 */
import type { Bootstrap, SessionSnapshot } from '../preload/contract.ts';
import type { AssistRoom } from './assist/open-assist.ts';
import { createPresentedBadge } from './assist/presented-badge.ts';
import type { KioskConfig } from './config/config-schema.ts';
import type { LoadedConfig } from './config/load-config.ts';
import type { OnBadge } from './devices/badge-reader/badge.ts';
import { createBadges } from './devices/badge-reader/badges.ts';
import type { TypedBadge } from './devices/badge-reader/typed-badge.ts';
import type { CounterReading } from './health/counters.ts';
import { createHealth, type Health } from './health/health.ts';
import { createHealthReports, type HealthReports } from './health/health-reports.ts';
import type { PartCheck } from './health/part-check.ts';
import { readTemperature } from './health/temperature.ts';
import type { SendEvent } from './ipc/event-sender.ts';
import { createHandlers } from './ipc/handlers.ts';
import { type CallerFrame, createRouter, type Router } from './ipc/router.ts';
import type { PartnerSites } from './kiosk/partner-sites/partner-sites.ts';
import type { Log } from './log/log.ts';
import type { OpenParts } from './open-parts.ts';
import type { Staff } from './open-staff.ts';
import type { Spooler } from './printing/drivers/windows-spooler/spooler.ts';
import { createScans } from './rent-notice/scans.ts';
import { openKeyring } from './secrets/keyring.ts';
import { createKioskCredentials } from './secrets/kiosk-credentials.ts';
import { holdForPayment } from './session/hold-for-payment.ts';
import { holdForPrint } from './session/hold-for-print.ts';
import { createSession, type Session } from './session/session.ts';
import { afterSeconds } from './sync/after-seconds.ts';

export interface Service {
  readonly session: Session;
  readonly health: Health;
  /** Whether signed-in tenants may photograph their papers. */
  readonly takesPictures: boolean;
  /** A line of text that a scanner read. */
  readonly onScan: (text: string) => void;
  /** How badges are typed at this kiosk. */
  readonly typedBadges: readonly TypedBadge[];
  readonly onBadge: OnBadge;
  readonly answer: Router['answer'];
  /**
   * Opens what a session needs. Calls that need it wait; what cannot be opened takes the kiosk out of service.
   * Resolves with whether the kiosk can serve.
   */
  open(): Promise<boolean>;
  /** Nobody is there, and nothing of anybody is under way. */
  isQuiet(): boolean;
  /** Null when there is nothing to close, or it is being closed already. */
  close(): Promise<void> | null;
}

export interface Surroundings {
  loaded: LoadedConfig;
  /** What the kiosk makes do with where none is right. */
  config: KioskConfig;
  dataFolder: string;
  version: string;
  log: Log;
  /** The machine's own, where one of the printers is set up in it. */
  spooler?: Spooler | undefined;
  bootstrap: () => Bootstrap;
  sendEvent: SendEvent;
  isOwnFrame: (frame: CallerFrame) => boolean;
  /** Makes every trace of the person go away from what they were shown it on. */
  wipeDisplay: () => Promise<void>;
  /** Nobody is there, and what was known of whoever was has been let go. */
  onDeserted: () => void;
  openPartnerSites: (session: Pick<Session, 'activity' | 'secondsLeft'>) => PartnerSites;
  /** Asked for only when somebody wants to know how the kiosk is. */
  openChecks: (counters: () => CounterReading, isPaying: () => boolean) => Promise<readonly PartCheck[]>;
  /** Ends the program, to begin anew or for good. */
  endProgram: (wish: 'restart' | 'exit') => void;
}

export function createService(surroundings: Surroundings): Service {
  const { loaded, config, dataFolder, version, log, sendEvent } = surroundings;
  const parts = Promise.withResolvers<OpenParts>();
  // Shared by who enrols the kiosk and who renews its key: they take turns.
  const credentials = createKioskCredentials(() => openKeyring({ log }));
  let openedParts: OpenParts | null = null;
  let staff: Promise<Staff> | null = null;
  let assist: Promise<AssistRoom> | null = null;
  /** Known once somebody may assist: until then, nobody does. */
  let openedAssist: AssistRoom | null = null;
  let healthReports: HealthReports | null = null;

  const health = createHealth({
    openChecks: (counters) =>
      surroundings.openChecks(counters, () => openedParts?.money.payments.isUnderWay() ?? false),
    log,
  });
  const session = createSession({
    greeting: { locale: config.locales[0] ?? 'fr', textSize: 'normal', contrast: 'standard' },
    times: config.session,
    async wipe() {
      await Promise.all([openedParts?.forgetPerson(), partnerSites.close(), surroundings.wipeDisplay()]);
    },
    onChange: (snapshot) => {
      partnerSites.follow(snapshot);
      openedAssist?.desk.follow(snapshot);
      if (snapshot.state === 'ending') badge.keep(null);
      openedParts?.guide.follow();
      sendEvent('session.changed', snapshot);
      if (snapshot.state === 'signedOut') openedParts?.connectivity.attend();
      if (isDeserted(snapshot)) surroundings.onDeserted();
    },
    log,
  });
  const partnerSites = surroundings.openPartnerSites(session);
  const onScan = createScans({ session, tell: (scanned) => sendEvent('rentNotice.scanned', scanned), log });
  const badges = createBadges(log);
  const badge = createPresentedBadge({
    onChange: (state) => sendEvent('assist.badge', state),
    onKeptRemoved: () => session.assistance.end('badgeRemoved'),
    after: afterSeconds,
  });
  badges.listen(badge.tell);
  /** Until it is known that there is none: a scanner that types cannot be looked for. */
  let scanner = { isReady: true };
  const router = createRouter({
    handlers: createHandlers({
      bootstrap: surroundings.bootstrap,
      session,
      parts: parts.promise,
      staff: () => (staff ??= openStaffRoom()),
      assist: () => (assist ??= openAssistRoom()),
      badge,
      health,
      scanner: () => scanner,
      endProgram: surroundings.endProgram,
      partnerSites,
    }),
    isOwnFrame: surroundings.isOwnFrame,
    sessionState: () => session.snapshot().state,
    assistedGate: () => openedAssist?.desk.gate() ?? openedParts?.guide.gate() ?? null,
    log,
  });

  return {
    session,
    health,
    takesPictures: config.documentCamera === true,
    onScan,
    typedBadges: config.readers.filter((reader) => reader.mode === 'keyboard'),
    onBadge: badges.tell,
    answer: router.answer,

    async open() {
      const { openParts } = await import('./open-parts.ts');
      const opened = await openParts({
        config,
        dataFolder,
        credentials,
        log,
        spooler: surroundings.spooler,
        onPrintJob: (job) => {
          holdForPrint(session, job);
          if (session.hasSomebody()) sendEvent('printing.changed', job);
        },
        onPayment: (payment) => {
          holdForPayment(session, payment);
          if (session.hasSomebody()) sendEvent('payment.changed', payment);
        },
        devices: {
          onScan,
          onScannerReady(isReady) {
            scanner = { isReady };
            sendEvent('barcodeScanner.changed', scanner);
          },
          onBadge: badges.tell,
        },
        onScanned: (pageCount) => {
          if (session.hasTenant()) sendEvent('document.scanned', { pageCount });
        },
        onConnectivity: (connectivity) => {
          if (session.hasSomebody()) sendEvent('connectivity.changed', connectivity);
        },
        // What everybody may know is shown to passers-by; of a call, nothing but how it stands.
        onPublicAlerts: (alerts) => sendEvent('information.publicAlertsChanged', alerts),
        onHelpCall: (call) => sendEvent('help.changed', call),
        onGuide: (state) => sendEvent('guide.changed', state),
        onGuideShown: (shown) => sendEvent('guide.shown', shown),
        guidedPerson() {
          const snapshot = session.snapshot();
          return {
            tenantNumber: snapshot.state === 'tenant' ? snapshot.tenant.number : null,
            isHelpedHere: session.assistance.current() !== null,
          };
        },
        isAttended: session.hasSomebody,
        onUnsignedDelivery: (delivery) => sendEvent('delivery.changed', delivery),
        onDelivery: (delivery) => {
          if (session.hasTenant()) sendEvent('delivery.changed', delivery);
        },
      });
      if (!opened.ok) {
        session.outOfService(opened.error.code);
        return false;
      }
      openedParts = opened.value;
      health.keepIn(openedParts.healthCounters);
      parts.resolve(openedParts);
      if (session.hasSomebody()) openedParts.connectivity.attend();
      healthReports = createHealthReports({
        read: health.read,
        readTemperature,
        keep: openedParts.keepHealthReport,
        isQuiet,
        after: afterSeconds,
        log,
      });
      healthReports.start();
      return true;
    },

    isQuiet,

    close() {
      if (!openedParts && !staff) return null;
      healthReports?.stop();
      const closing = [staff?.then((opened) => opened.close()), openedParts?.close()];
      openedParts = null;
      staff = null;
      return Promise.allSettled(closing).then(() => undefined);
    },
  };

  function isQuiet(): boolean {
    return isDeserted(session.snapshot()) && !openedParts?.isBusy();
  }

  async function openAssistRoom(): Promise<AssistRoom> {
    const [{ openAssist }, opened] = await Promise.all([import('./assist/open-assist.ts'), parts.promise]);
    openedAssist = openAssist({ parts: opened.forAssist, session, badge, log });
    return openedAssist;
  }

  async function openStaffRoom(): Promise<Staff> {
    const { openStaff } = await import('./open-staff.ts');
    return openStaff({
      loaded,
      config,
      dataFolder,
      version,
      credentials,
      log,
      spooler: surroundings.spooler,
      onPrintJob: (job) => {
        if (session.snapshot().state === 'technician') sendEvent('printing.changed', job);
      },
    });
  }
}

function isDeserted({ state }: SessionSnapshot): boolean {
  return state === 'attract' || state === 'outOfService';
}
