import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createBadgeReader, type SandboxBadgeReader } from './badge-reader/badge-reader.ts';
import { type Orientation, overlayOf, readAgencyExample, type WindowMode } from './config-overlay.ts';
import { type ControlServer, startControlServer } from './control/control-server.ts';
import { describeSandbox } from './describe-sandbox.ts';
import { type SandboxKeyring, startKeyring } from './keyring/keyring.ts';
import { startMessageBus } from './message-bus.ts';
import { type SandboxPrinter, startPrinter } from './printer/printer.ts';
import { gatherParts } from './sandbox-parts.ts';
import { type SandboxScanner, startScanner } from './scanner/scanner.ts';
import { enrol, keyringEntryOf } from './tenant-api/kiosk-register.ts';
import type { Bookings } from './tenant-api/payments.ts';
import { startTenantApi, type TenantApi } from './tenant-api/tenant-api.ts';
import { type CaisseApTerminal, startCaisseApTerminal } from './terminal/caisse-ap/caisse-ap.ts';
import type { NewCustomer } from './terminal/start-terminal.ts';

/** The whole world outside of one kiosk. */
export interface Sandbox {
  readonly tenantApi: TenantApi;
  readonly printer: SandboxPrinter;
  readonly keyring: SandboxKeyring;
  readonly terminal: CaisseApTerminal;
  /** Null where no documents come in. */
  readonly scanner: SandboxScanner | null;
  /** Null where badges are typed only. */
  readonly badgeReader: SandboxBadgeReader | null;
  /** For people: its `url` is a page with the logins, the mailbox, what was printed, and the terminal's buttons. */
  readonly control: ControlServer;
  /** What to put over the environment of the kiosk's process. */
  readonly environment: Readonly<Record<string, string>>;
  readonly configFile: string;
  /** The kiosk's own: database, logs. */
  readonly dataFolder: string;
  /** The bytes that the printer received, a file a document. */
  readonly printedFolder: string;
  /** A folder put in here is a USB key plugged in; taken away, it is pulled out. Null where none can be. */
  readonly usbKeysFolder: string | null;
  /** Several lines for the terminal: where to look, and how to sign in. */
  describe(): string;
  /**
   * As on the first morning, for a kiosk that goes on: books, mailbox, paper, the terminal's journal and what was
   * planned to go wrong. For a sandbox of which no part was switched off.
   */
  reset(): Promise<void>;
  /** Ends every part, in bounded time. May be called again. */
  stop(): Promise<void>;
}

export interface SandboxOptions {
  /** All that the sandbox and its kiosk write stands in here, and stays when it stops. */
  readonly folder: string;
  /** The kiosk's own default unless given. */
  readonly window?: WindowMode;
  /** One of the examples in kiosk-config, such as `direction-est`. */
  readonly agency?: string;
  /** The day the accounts are told from, `2018-07-12`; the actual day unless given. */
  readonly today?: string;
  /** The agency's own screen unless given. */
  readonly orientation?: Orientation;
  /** With a scanner, and a place where USB keys are plugged in. */
  readonly takesDocuments?: boolean;
  /** With a badge reader on which badges lie. */
  readonly hasBadgeReader?: boolean;
  /** Unless false, the landlord knows the kiosk already. Else a technician enrols it, with the one-time code. */
  readonly isEnrolled?: boolean;
  /** Who pays at the terminal; unless given, whoever presses the buttons of the sandbox page. */
  readonly customer?: NewCustomer;
  /** When the landlord books what was paid; unless given, once somebody says so. */
  readonly bookings?: Bookings;
}

const KIOSK_ID = 'sandbox-1';
const TERMINAL_HOST = '127.0.0.1';
/** Where main/secrets/keyring.ts looks for it. */
export const CREDENTIAL_PLACE = { service: 'fr.ekidom.kiosk', account: 'kiosk-credential' };
/** sun_path of unix(7), its closing zero excluded. */
const LONGEST_SOCKET_PATH = 107;
/** The longest name that any part gives to a socket. */
const DEEPEST_SOCKET = 'keyring/control';

/** Of what is made at the start and left where it is at the end. */
const STAYS = { stop: async () => undefined };

export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { isEnrolled = true } = options;
  const folder = resolve(options.folder);
  const dataFolder = join(folder, 'data');
  const configFile = join(folder, 'kiosk-config.json');
  const example = await readAgencyExample(options.agency ?? 'direction-centre');
  const kiosk = enrol(KIOSK_ID, example.agency.id);
  const usbKeysFolder = options.takesDocuments ? join(folder, 'usb-keys') : null;
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  if (usbKeysFolder !== null) await mkdir(usbKeysFolder, { recursive: true, mode: 0o700 });

  const badgeReader = options.hasBadgeReader ? await createBadgeReader(join(folder, 'badge-reader')) : null;

  const parts = gatherParts();
  const sockets = parts.start(async () => makeSocketFolder(folder));
  const api = parts.start(() =>
    startTenantApi({
      kiosks: [kiosk],
      ...(options.today === undefined ? {} : { today: options.today }),
      ...(options.bookings === undefined ? {} : { bookings: options.bookings }),
    }),
  );
  const bus = parts.start(async () => startMessageBus((await sockets).path));
  const paper = parts.start(async () =>
    startPrinter({ folder: join(folder, 'printer'), busAddress: (await bus).address }),
  );
  const secrets = parts.start(async () =>
    startKeyring({
      folder: join(folder, 'keyring'),
      socketFolder: (await sockets).path,
      busAddress: (await bus).address,
      secrets: isEnrolled ? [{ ...CREDENTIAL_PLACE, secret: keyringEntryOf(kiosk) }] : [],
    }),
  );
  const till = parts.start(() =>
    startCaisseApTerminal({
      folder: join(folder, 'terminal'),
      customer: options.customer ?? { kind: 'byHand' },
    }),
  );
  const scan = options.takesDocuments ? parts.start(() => startScanner()) : null;
  const hatch = parts.start(async () =>
    startControlServer({
      tenantApi: await api,
      printedFolder: (await paper).printedFolder,
      terminal: await till,
      scanner: await scan,
      badgeReader,
    }),
  );
  parts.start(async () => {
    const { baseUrl, phoneUploadsOrigin } = await api;
    const addresses = { baseUrl, printerUri: (await paper).uri };
    const paymentTerminal = { host: TERMINAL_HOST, port: (await till).port };
    const scannerUrl = (await scan)?.url ?? null;
    const documents =
      usbKeysFolder === null || scannerUrl === null
        ? null
        : { usbKeysFolder, scannerUrl, phoneUploadsOrigin };
    const { window = null, orientation = null } = options;
    const overlay = {
      kioskId: KIOSK_ID,
      ...addresses,
      paymentTerminal,
      documents,
      badgeReader: badgeReader?.settings ?? null,
      window,
      orientation,
    };
    await writeFile(configFile, overlayOf(example, overlay));
    return STAYS;
  });
  await parts.allStarted();
  const [tenantApi, printer, keyring, terminal, scanner, control, { address }] = await Promise.all([
    api,
    paper,
    secrets,
    till,
    scan,
    hatch,
    bus,
  ]);

  const { printedFolder } = printer;
  return {
    tenantApi,
    printer,
    keyring,
    terminal,
    scanner,
    badgeReader,
    control,
    environment: {
      ...keyring.environment,
      ...badgeReader?.environment,
      // Electron asks the system's bus for power and Bluetooth; the machine's own is none of the sandbox's business.
      DBUS_SYSTEM_BUS_ADDRESS: address,
      KIOSK_CONFIG_FILE: configFile,
      KIOSK_DATA_FOLDER: dataFolder,
    },
    configFile,
    dataFolder,
    printedFolder,
    usbKeysFolder,
    describe: () =>
      describeSandbox({
        tenantApi,
        controlUrl: control.url,
        printedFolder,
        usbKeysFolder,
        terminal,
        scanner,
        hasBadgeReader: badgeReader !== null,
      }),
    async reset() {
      tenantApi.resetAround();
      scanner?.setFault(null);
      scanner?.load(0);
      await Promise.all([printer.reset(), terminal.reset()]);
    },
    stop: () => parts.stop(),
  };
}

/** In the sandbox's own folder where its path is short enough for sockets, else in a temporary one. */
async function makeSocketFolder(folder: string): Promise<{ path: string; stop(): Promise<void> }> {
  const own = join(folder, 'run');
  if (Buffer.byteLength(join(own, DEEPEST_SOCKET)) <= LONGEST_SOCKET_PATH) {
    await mkdir(own, { recursive: true, mode: 0o700 });
    return { path: own, ...STAYS };
  }
  const temporary = await mkdtemp(join(tmpdir(), 'kiosk-run-'));
  return { path: temporary, stop: () => rm(temporary, { recursive: true, force: true }) };
}
