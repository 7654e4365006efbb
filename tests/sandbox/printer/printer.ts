import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type BoundProcess, startBoundProcess } from '../bound-process.ts';
import { findFreePort } from '../free-port.ts';
import {
  BEHAVIOUR_FILE,
  behaviourScript,
  HOLD_FILE,
  JAM_FILE,
  type JobBehaviour,
  jobScript,
} from './job-script.ts';

import { ROLL_ATTRIBUTES } from './roll-attributes.ts';

export type { JobBehaviour } from './job-script.ts';

const IPPEVEPRINTER = 'ippeveprinter';
/** Debian puts it where an ordinary user's PATH does not look. */
const ADMINISTRATION_PATHS = '/usr/local/sbin:/usr/sbin:/sbin';
const START_PATIENCE_MS = 5_000;
const ANSWER_PATIENCE_MS = 2_000;
const POLL_MS = 20;
const PORT_TRIES = 3;
const FULL_TRAY_SHEETS = 250;
/** The second tray of the model, left as it is: "unknown amount". */
const UNTOUCHED_TRAY = { size2: '', type2: '', level2: '-2' };

/** CUPS's own IPP Everywhere printer, on this machine only, with paper and troubles at command. */
export interface SandboxPrinter {
  /** Where the kiosk prints to: `ipp://localhost:PORT/ipp/print`. */
  readonly uri: string;
  /** The printer's own web page. */
  readonly httpUrl: string;
  /** Every document that the printer took, the very bytes, in the order of their names. */
  readonly printedFolder: string;
  readonly port: number;
  /** Another after `restart`. */
  readonly pid: number;
  /** Names of the documents in `printedFolder`, the oldest first. */
  printedDocuments(): Promise<string[]>;
  /** How the next jobs go. A job that has begun keeps its behaviour. */
  behave(behaviour: JobBehaviour): Promise<void>;
  clearJam(): Promise<void>;
  /** Lets jobs that are endless end. */
  finishJobs(): Promise<void>;
  /** How many sheets of A4 are in the tray; 0 stops the next job until there are some. */
  setPaper(sheets: number): Promise<void>;
  /** The process hears nothing and says nothing, its port stays open: a printer that hangs. */
  pause(): Promise<void>;
  resume(): void;
  /** Well-behaved, with a full tray, and with nothing printed yet. For a printer that is on and has no job. */
  reset(): Promise<void>;
  /** As if the plug were pulled. */
  kill(): Promise<void>;
  /** Off and on again, on the same port: it has forgotten its jobs and counts them from 1 again. */
  restart(): Promise<void>;
  /** May be called again. */
  stop(): Promise<void>;
}

export interface SandboxPrinterOptions {
  /** All that the printer writes stands in here. */
  folder: string;
  /** The address of a message bus: ippeveprinter does not start without one. */
  busAddress: string;
  /** A free one when absent. */
  port?: number;
  name?: string;
  /** A4 unless given; a roll is 80 mm wide and never empty. */
  paper?: 'a4' | 'roll80';
}

/** Starts a printer with a full tray of A4 (or a roll) that completes every job, and waits until it answers. */
export async function startPrinter(options: SandboxPrinterOptions): Promise<SandboxPrinter> {
  const { folder } = options;
  const printedFolder = join(folder, 'printed');
  const spoolFolder = join(folder, 'spool');
  const keysFolder = join(folder, 'keys');
  const scriptPath = join(folder, 'job.sh');
  for (const made of [printedFolder, spoolFolder, keysFolder]) await mkdir(made, { recursive: true });
  await writeFile(scriptPath, jobScript(folder, printedFolder), { mode: 0o755 });
  const attributesPath = join(folder, 'roll.conf');
  const isRoll = options.paper === 'roll80';
  if (isRoll) await writeFile(attributesPath, ROLL_ATTRIBUTES);
  await behave({ name: 'complete' });

  let { port, process: printer } = await switchOnSomewhere();

  async function behave(behaviour: JobBehaviour): Promise<void> {
    if (behaviour.name === 'jam') await writeFile(join(folder, JAM_FILE), '');
    if (behaviour.name === 'endless') await writeFile(join(folder, HOLD_FILE), '');
    // Put in place at once: a job that begins meanwhile reads the old behaviour or the new one, never half of it.
    const path = join(folder, BEHAVIOUR_FILE);
    await writeFile(`${path}.new`, behaviourScript(behaviour));
    await rename(`${path}.new`, path);
  }

  async function switchOnSomewhere(): Promise<{ port: number; process: BoundProcess }> {
    if (options.port !== undefined) return { port: options.port, process: await switchOn(options.port) };
    for (let tries = 1; ; tries += 1) {
      const freePort = await findFreePort();
      try {
        return { port: freePort, process: await switchOn(freePort) };
      } catch (error) {
        // Somebody else may have taken the port between looking and using.
        if (tries === PORT_TRIES) throw error;
      }
    }
  }

  async function switchOn(onPort: number): Promise<BoundProcess> {
    const process = startBoundProcess(IPPEVEPRINTER, printerArguments(onPort), {
      folder,
      environment: {
        PATH: `${globalThis.process.env.PATH ?? ''}:${ADMINISTRATION_PATHS}`,
        DBUS_SYSTEM_BUS_ADDRESS: options.busAddress,
        // The job script's names and the printer's dates then sort as they happen, winter and summer.
        TZ: 'UTC',
      },
    });
    try {
      await waitUntilUp(process, onPort);
      if (!isRoll) await loadPaper(onPort, FULL_TRAY_SHEETS);
    } catch (error) {
      await process.stop();
      throw error;
    }
    return process;
  }

  function printerArguments(onPort: number): string[] {
    return [
      ...['-r', 'off'],
      // Loopback only.
      ...['-n', 'localhost'],
      ...['-p', String(onPort)],
      ...['-K', keysFolder],
      ...['-d', spoolFolder],
      ...['-c', scriptPath],
      // One or the other, by its own rules.
      ...(isRoll
        ? ['-a', attributesPath]
        : ['-f', 'application/pdf,image/pwg-raster,image/urf,image/jpeg', '-s', '20,20', '-2']),
      options.name ?? 'Kiosk',
    ];
  }

  return {
    uri: `ipp://localhost:${port}/ipp/print`,
    httpUrl: `http://localhost:${port}/`,
    printedFolder,
    port,
    get pid() {
      return printer.pid;
    },
    async printedDocuments() {
      const names = await readdir(printedFolder);
      return names.filter((name) => !name.startsWith('.')).sort();
    },
    behave,
    clearJam: () => rm(join(folder, JAM_FILE), { force: true }),
    finishJobs: () => rm(join(folder, HOLD_FILE), { force: true }),
    setPaper: (sheets) => loadPaper(port, sheets),
    async pause() {
      process.kill(printer.pid, 'SIGSTOP');
      // All its threads: one that still runs would give one more answer.
      while (await runsStill(printer.pid)) await delay(POLL_MS);
    },
    resume: () => process.kill(printer.pid, 'SIGCONT'),
    async reset() {
      await rm(join(folder, JAM_FILE), { force: true });
      await rm(join(folder, HOLD_FILE), { force: true });
      await behave({ name: 'complete' });
      if (!isRoll) await loadPaper(port, FULL_TRAY_SHEETS);
      const printed = await readdir(printedFolder);
      await Promise.all(printed.map((name) => rm(join(printedFolder, name), { force: true })));
    },
    kill: () => printer.kill(),
    async restart() {
      await printer.kill();
      printer = await switchOn(port);
    },
    stop: () => printer.stop(),
  };
}

/** Whether a thread of the process is in another state than stopped (`T` in proc_pid_stat(5)). */
async function runsStill(pid: number): Promise<boolean> {
  const threads = await readdir(`/proc/${pid}/task`);
  const states = await Promise.all(
    threads.map(async (thread) => {
      const stat = await readFile(`/proc/${pid}/task/${thread}/stat`, 'utf8');
      return stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3);
    }),
  );
  return states.some((state) => state !== 'T');
}

async function waitUntilUp(process: BoundProcess, port: number): Promise<void> {
  const deadline = performance.now() + START_PATIENCE_MS;
  while (!(await answers(port))) {
    if (process.hasExited() || performance.now() > deadline) {
      throw new Error(`The sandbox's printer did not start on port ${port}. ${process.complaints()}`);
    }
    await delay(POLL_MS);
  }
}

/** The printer's own web form stands in for the hand that fills the tray. */
async function loadPaper(port: number, sheets: number): Promise<void> {
  const form = new URLSearchParams({
    size1: 'iso_a4_210x297mm',
    type1: 'stationery',
    level1: String(sheets),
    ...UNTOUCHED_TRAY,
  });
  const answer = await fetch(`http://localhost:${port}/media?${form}`, {
    signal: AbortSignal.timeout(ANSWER_PATIENCE_MS),
  });
  await answer.text();
  if (!answer.ok) throw new Error(`The sandbox's printer refused the paper: HTTP ${answer.status}`);
}

async function answers(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://localhost:${port}/`, {
      signal: AbortSignal.timeout(ANSWER_PATIENCE_MS),
    });
    await answer.text();
    return answer.ok;
  } catch {
    // Not listening yet: the caller asks again until its patience ends.
    return false;
  }
}
