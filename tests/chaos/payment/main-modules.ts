/**
 * Run as a program: everything of the kiosk's main process that has to do with money, put together as main/index.ts
 * does it, and asked through the same gate. No window, and none of what needs one.
 */
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { projectRoot } from '../../../build/project.mjs';
import { loadConfig } from '../../../main/config/load-config.ts';
import { createHealth } from '../../../main/health/health.ts';
import { createHandlers } from '../../../main/ipc/handlers.ts';
import { createRouter } from '../../../main/ipc/router.ts';
import type { PartnerSites } from '../../../main/kiosk/partner-sites/partner-sites.ts';
import { openFileLog } from '../../../main/log/file-log.ts';
import { type OpenParts, openParts } from '../../../main/open-parts.ts';
import { openStaff, type Staff } from '../../../main/open-staff.ts';
import { holdForPayment } from '../../../main/session/hold-for-payment.ts';
import { createSession } from '../../../main/session/session.ts';
import type { Answered, Asked } from './kiosk-in-node.ts';

const VERSION = '0.0.0';
/** Whoever holds the other end of this process's pipe is the screen. */
const SCREEN = { senderFrame: { url: '', parent: null } };

process.on('disconnect', () => process.exit());

const dataFolder = process.env.KIOSK_DATA_FOLDER ?? '';
const log = openFileLog(join(dataFolder, 'logs'));
const loaded = loadConfig(join(projectRoot, 'kiosk-config/default.json'), process.env.KIOSK_CONFIG_FILE);
if (!loaded.ok) throw new Error(`The configuration is wrong: ${JSON.stringify(loaded.faults)}`);
const { config } = loaded;

const parts = Promise.withResolvers<OpenParts>();
let openedParts: OpenParts | null = null;
let staff: Staff | null = null;

const session = createSession({
  greeting: { locale: 'fr', textSize: 'normal', contrast: 'standard' },
  times: config.session,
  wipe: async () => openedParts?.forgetPerson(),
  onChange: () => undefined,
  log,
});
const router = createRouter({
  handlers: createHandlers({
    bootstrap: () => {
      throw new Error('There is no screen.');
    },
    session,
    parts: parts.promise,
    staff: async () =>
      (staff ??= openStaff({
        loaded,
        config,
        dataFolder,
        version: VERSION,
        log,
        onPrintJob: () => undefined,
      })),
    health: createHealth({ openChecks: async () => [], log }),
    endProgram: () => process.exit(),
    partnerSites: withoutPartnerSites(),
  }),
  isOwnFrame: () => true,
  sessionState: () => session.snapshot().state,
  log,
});

process.on('message', ({ question, channel, input }: Asked) => {
  void router.answer(SCREEN, channel, input ?? undefined).then((answer) => say({ question, answer }));
});

session.ready();
say('invites');
const opened = await openParts({
  config,
  dataFolder,
  log,
  onPrintJob: () => undefined,
  onPayment: (payment) => holdForPayment(session, payment),
  onDelivery: () => undefined,
  onScan: () => undefined,
});
if (!opened.ok) throw new Error(`The kiosk could not open its parts: ${opened.error.code}`);
openedParts = opened.value;
parts.resolve(opened.value);
// It will not end in a way that would leave it time for that.
flushCompileCache();

function say(answered: Answered): void {
  process.send?.(answered);
}

function withoutPartnerSites(): PartnerSites {
  const nothing = () => undefined;
  return {
    list: () => [],
    read: () => null,
    open: async () => undefined,
    place: nothing,
    back: nothing,
    type: nothing,
    print: () => ({ ok: false, error: { code: 'INTERNAL' } }),
    close: async () => undefined,
    follow: nothing,
  };
}
