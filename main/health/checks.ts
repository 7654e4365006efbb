/** Every part of the kiosk, in the order in which a technician looks at them. A new part is a file and a line here. */
import { join } from 'node:path';
import type { LoadedConfig } from '../config/load-config.ts';
import { openScanner } from '../documents/sources/open-scanner.ts';
import type { Log } from '../log/log.ts';
import { openPaymentTerminal } from '../payment/terminal/open-payment-terminal.ts';
import type { Spooler } from '../printing/drivers/windows-spooler/spooler.ts';
import { openPrinter } from '../printing/open-printers.ts';
import { KEYRING_ACCOUNTS, openKeyring } from '../secrets/keyring.ts';
import { createKioskCredentials } from '../secrets/kiosk-credentials.ts';
import { DATABASE_FILE } from '../store/database-file.ts';
import { lookIntoStore, type StoreLook } from '../store/look-into-store.ts';
import { signersOf } from '../tenant-api/kiosk-signer.ts';
import { probeTenantApi } from '../tenant-api/probe.ts';
import { absent } from './checks/absent.ts';
import { checkClock } from './checks/clock.ts';
import { checkConfiguration } from './checks/configuration.ts';
import { checkCounters } from './checks/counters.ts';
import { checkDatabase } from './checks/database.ts';
import { checkDisk, type DiskAccess } from './checks/disk.ts';
import { checkDisplay, type DisplayLook } from './checks/display.ts';
import { checkDocumentCamera } from './checks/document-camera.ts';
import { checkKeyring } from './checks/keyring.ts';
import { checkOutbox } from './checks/outbox.ts';
import { checkPaymentTerminal } from './checks/payment-terminal.ts';
import { checkPrinter, spoolerOutOfReach } from './checks/printer.ts';
import { checkReaders, type ReaderAccess } from './checks/readers.ts';
import { checkScanner } from './checks/scanner.ts';
import { checkTenantApi } from './checks/tenant-api.ts';
import { checkVersion } from './checks/version.ts';
import { type CounterReading, readingOf } from './counters.ts';
import { type PartCheck, together } from './part-check.ts';

/** The kiosk waits as long as its configuration says; a technician in front of it does not. */
const LONGEST_PROBE_SECONDS = 8;

export interface KioskToCheck {
  loaded: LoadedConfig;
  /** Where the database stands. */
  dataFolder: string;
  running: Parameters<typeof checkVersion>[0];
  log: Log;
  /** Only the running program has a screen to look at, and counts what has not reached the disk. */
  look?: () => DisplayLook;
  counters?: () => CounterReading;
  isPaying?: () => boolean;
  /** Milliseconds since 1970. */
  now?: () => number;
  disk?: DiskAccess;
  readers?: ReaderAccess;
  /** Only the running program has a window to ask it from. */
  spooler?: Spooler | undefined;
  platform?: NodeJS.Platform;
}

export function checksOf(kiosk: KioskToCheck): readonly PartCheck[] {
  const { loaded, dataFolder, log, now = Date.now } = kiosk;
  const lookIntoDatabase = together(async () => lookIntoStore(join(dataFolder, DATABASE_FILE)));
  const counters = kiosk.counters ?? (async () => countersIn(await lookIntoDatabase()));

  return [
    checkConfiguration(loaded),
    checkVersion(kiosk.running),
    checkKeyring(() => openKeyring({ log })),
    ...checksOfNetwork(kiosk, now),
    ...checksOfPrinters(kiosk),
    checkOfTerminal(kiosk, lookIntoDatabase),
    ...checkReaders(loaded.ok ? loaded.config : null, kiosk.readers),
    checkOfScanner(kiosk),
    checkOfCamera(loaded),
    checkDisk(dataFolder, kiosk.disk),
    checkDatabase(lookIntoDatabase, now),
    checkOutbox(lookIntoDatabase, now),
    kiosk.look ? checkDisplay(expectedScreen(loaded), kiosk.look) : absent('display', 'NOT_CHECKED_HERE'),
    checkCounters(counters, now),
  ];
}

function checksOfNetwork({ loaded, log }: KioskToCheck, now: () => number): PartCheck[] {
  if (!loaded.ok) return [absent('tenantApi', 'NOT_CONFIGURED'), absent('clock', 'NOT_CONFIGURED')];
  const { tenantApi } = loaded.config;
  const probe = together(() =>
    probeTenantApi({
      ...tenantApi,
      timeoutSeconds: Math.min(tenantApi.timeoutSeconds, LONGEST_PROBE_SECONDS),
      signers: signersOf(createKioskCredentials(() => openKeyring({ log }))),
      log,
      now,
    }),
  );
  return [checkTenantApi(tenantApi.baseUrl, probe), checkClock(probe)];
}

function checksOfPrinters({ loaded, log, spooler, platform = process.platform }: KioskToCheck): PartCheck[] {
  if (!loaded.ok || loaded.config.printers.length === 0) return [absent('printer', 'NOT_CONFIGURED')];
  const { printers, kioskId } = loaded.config;
  return printers.map((config) => {
    if (config.driver === 'windows-spooler' && (platform !== 'win32' || !spooler)) {
      return spoolerOutOfReach(config.id, platform);
    }
    return checkPrinter(config.id, openPrinter(config, { kioskId, log, spooler }).printer);
  });
}

function checkOfTerminal(
  { loaded, log, isPaying = () => false }: KioskToCheck,
  look: () => Promise<StoreLook>,
): PartCheck {
  if (!loaded.ok || !loaded.config.paymentTerminal) return absent('paymentTerminal', 'NOT_CONFIGURED');
  const settings = loaded.config.paymentTerminal;
  return checkPaymentTerminal({
    driver: settings.driver,
    look,
    isPaying,
    async test() {
      const terminal = await openPaymentTerminal(settings, {
        log,
        async readTerminalKey() {
          const keyring = await openKeyring({ log });
          const key = keyring.ok ? await keyring.value.read(KEYRING_ACCOUNTS.paymentTerminalKey) : keyring;
          return key.ok ? key.value : null;
        },
      });
      try {
        return await terminal.test();
      } finally {
        await terminal.close();
      }
    },
  });
}

function checkOfScanner({ loaded, log }: KioskToCheck): PartCheck {
  if (!loaded.ok || !loaded.config.scanner) return absent('scanner', 'NOT_CONFIGURED');
  const { scanner } = loaded.config;
  return checkScanner(scanner.driver, openScanner(scanner, log));
}

function checkOfCamera(loaded: LoadedConfig): PartCheck {
  const isThere = loaded.ok && loaded.config.documentCamera === true;
  return isThere ? checkDocumentCamera() : absent('documentCamera', 'NOT_CONFIGURED');
}

/** In a window, as in development, the display is whatever it is. */
function expectedScreen(loaded: LoadedConfig): { widthPixels: number; heightPixels: number } | null {
  return loaded.ok && loaded.config.window.mode === 'kiosk' ? loaded.config.screen : null;
}

function countersIn(look: StoreLook): CounterReading {
  return readingOf(look.ok ? look.counters : []);
}
