import { readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { startControlSurface } from './control-surface.ts';
import { createDesk, type Desk } from './desk.ts';
import { type Journal, openJournal } from './journal.ts';
import type { AnswerFaultKind } from './plan.ts';
import { createPlans, type Plans } from './plans.ts';
import { announcementFile, journalFile, settingsSchema, type TerminalSettings } from './terminal-files.ts';

/** The inside of a terminal, which all protocols share, and how it was set up. */
export interface TerminalInside {
  readonly desk: Desk;
  readonly plans: Plans;
  readonly journal: Journal;
  readonly settings: TerminalSettings;
}

/** What a protocol makes of it: an ear that can be stopped and started. */
export interface TerminalEar {
  /** Where it listens from now on; 0 when there are no ports. */
  listen(port: number): Promise<number>;
  /** Connections are refused, and those that are open are cut. */
  deafen(): Promise<void>;
}

/** How often a terminal looks whether whoever started it is still there, for systems that do not tell. */
const ORPHAN_CHECK_MS = 500;
/** No demonstration lasts longer. */
const LONGEST_LIFE_MS = 24 * 3_600_000;

/** The whole life of a simulator's process. */
export async function runTerminal(
  supportedFaults: readonly AnswerFaultKind[],
  build: (inside: TerminalInside) => TerminalEar | Promise<TerminalEar>,
): Promise<void> {
  const settings = settingsSchema.parse(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')));
  endWithParent(settings.parentPid);

  const journal = openJournal(journalFile(settings.folder));
  const plans = createPlans(supportedFaults);
  const desk = createDesk(journal, settings.customer);
  const ear = await build({ desk, plans, journal, settings });

  const port = await ear.listen(settings.port);
  let isListening = true;
  const control = await startControlSurface({
    desk,
    plans,
    journal,
    async setReachable(isReachable) {
      if (isReachable === isListening) return;
      isListening = isReachable;
      await (isReachable ? ear.listen(port) : ear.deafen());
    },
  });

  const announcement = { pid: process.pid, port, controlUrl: control.origin };
  // Put in place whole: whoever waits for it never reads half of it.
  const path = announcementFile(settings.folder);
  await writeFile(`${path}.new`, JSON.stringify(announcement));
  await rename(`${path}.new`, path);
}

function endWithParent(parentPid: number): void {
  setInterval(() => {
    if (process.ppid !== parentPid) process.exit(0);
  }, ORPHAN_CHECK_MS);
  setTimeout(() => process.exit(0), LONGEST_LIFE_MS);
}
