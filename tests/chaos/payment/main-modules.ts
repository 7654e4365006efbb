/**
 * Run as a program: all of the kiosk's main process that serves people, asked through the same gate as in the window.
 * No window, and none of what needs one.
 */
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { projectRoot } from '../../../build/project.mjs';
import { loadConfig } from '../../../main/config/load-config.ts';
import type { PartnerSites } from '../../../main/kiosk/partner-sites/partner-sites.ts';
import { openFileLog } from '../../../main/log/file-log.ts';
import { createService } from '../../../main/service.ts';
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

const service = createService({
  loaded,
  config,
  dataFolder,
  version: VERSION,
  log,
  bootstrap: () => {
    throw new Error('There is no screen.');
  },
  sendEvent: () => undefined,
  isOwnFrame: () => true,
  wipeDisplay: async () => undefined,
  onDeserted: () => undefined,
  openPartnerSites: withoutPartnerSites,
  openChecks: async () => [],
  endProgram: () => process.exit(),
});

process.on('message', ({ question, channel, input }: Asked) => {
  void service.answer(SCREEN, channel, input ?? undefined).then((answer) => say({ question, answer }));
});

service.session.ready();
say('invites');
if (!(await service.open())) throw new Error('The kiosk could not open its parts.');
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
