/** A kiosk that covers a virtual screen of its own, in a world where every way out would be noticed. */
import type { ChildProcess } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { CDPSession, ElectronApplication, Page } from 'playwright/test';
import { startVirtualScreen, UPRIGHT } from '../../../build/processes/virtual-screen.ts';
import { configure, TODAY } from '../../e2e/kiosk.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { gatherParts } from '../../sandbox/sandbox-parts.ts';
import { startWitness, type Witness } from '../witness.ts';
import { type Hands, handsOn } from './hands.ts';
import { partnerSites, startPartner } from './partner.ts';

/** What a desktop's programs are opened with: Chromium and GTK would call one of these. */
const OPENERS = [
  ...['xdg-open', 'xdg-email', 'xdg-settings', 'gio', 'gvfs-open', 'kde-open', 'exo-open', 'gnome-open'],
  ...['x-www-browser', 'sensible-browser', 'firefox', 'chromium', 'google-chrome', 'lp', 'lpr', 'xterm'],
];

/** The started program, whichever it is. */
export interface Started {
  readonly app: ElectronApplication;
  readonly program: ChildProcess;
  readonly page: Page;
  /** For what no X server of a test can send: fingers and files. */
  readonly devTools: CDPSession;
}

export interface Stage {
  readonly sandbox: Sandbox;
  readonly hands: Hands;
  readonly witness: Witness;
  /** Of the program's process: the stage's screen, home and openers over the sandbox's world. */
  readonly environment: Readonly<Record<string, string>>;
  /** A page with a script in it, as somebody would bring it on a stick. */
  readonly broughtFile: string;
  /** Calls of programs that a desktop opens things with, a line each. */
  opened(): string;
  /** What lies in the home folder for somebody to see. */
  files(): string;
  stop(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'escape-'));
  const home = join(folder, 'home');
  const openers = join(folder, 'bin');
  const notes = join(folder, 'opened');
  const broughtFile = join(folder, 'brought.html');
  mkdirSync(join(home, 'Downloads'), { recursive: true });
  mkdirSync(openers);
  for (const name of OPENERS) layOpener(join(openers, name), notes);
  writeFileSync(broughtFile, '<!doctype html><title>Brought along</title><h1>Brought along</h1>');

  const parts = gatherParts();
  const starting = [
    parts.start(() => startVirtualScreen(UPRIGHT)),
    parts.start(() =>
      startSandbox({
        folder: join(folder, 'sandbox'),
        window: 'kiosk',
        orientation: 'portrait',
        today: TODAY,
      }),
    ),
    parts.start(startWitness),
    parts.start(startPartner),
  ] as const;
  await parts.allStarted();
  const [screen, sandbox, witness, partner] = await Promise.all(starting);
  configure(sandbox, partnerSites(partner));
  const hands = handsOn(screen.display);

  return {
    sandbox,
    hands,
    witness,
    environment: {
      ...sandbox.environment,
      DISPLAY: screen.display,
      HOME: home,
      PATH: `${openers}${delimiter}${process.env.PATH ?? ''}`,
    },
    broughtFile,
    opened: () => (existsSync(notes) ? readFileSync(notes, 'utf8').trim() : ''),
    files: () => visibleFiles(home).join(', '),
    async stop() {
      await hands.letGo();
      await parts.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function layOpener(path: string, notes: string): void {
  writeFileSync(path, `#!/bin/sh\necho "\${0##*/} $*" >> '${notes}'\n`);
  chmodSync(path, 0o755);
}

/** Without what programs keep there for themselves. */
function visibleFiles(home: string): string[] {
  return readdirSync(home, { recursive: true, encoding: 'utf8' })
    .filter((path) => !path.startsWith('.'))
    .sort();
}
