import { startControlSurface } from './control-surface.ts';
import { createDesk, type Desk } from './desk.ts';
import { type Journal, openJournal } from './journal.ts';
import type { AnswerFaultKind } from './plan.ts';
import { createPlans, type Plans } from './plans.ts';
import { announce, endWithParent, readSettings } from './program-life.ts';
import { journalFile, settingsSchema, type TerminalSettings } from './terminal-files.ts';

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

/** The whole life of a simulator's process. */
export async function runTerminal(
  supportedFaults: readonly AnswerFaultKind[],
  build: (inside: TerminalInside) => TerminalEar | Promise<TerminalEar>,
): Promise<void> {
  const settings = settingsSchema.parse(readSettings());
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

  await announce(settings.folder, { pid: process.pid, port, controlUrl: control.origin });
}
