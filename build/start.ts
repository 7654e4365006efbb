/** What `npm start` does when everything is in place: the sandbox and, in front of it, the kiosk. */
import { EXIT_BY_STAFF, EXIT_FOR_RESTART } from '../main/kiosk/exit-codes.ts';
import { startSandbox } from '../tests/sandbox/sandbox.ts';
import { electronFlags, electronRuntime } from './electron-runtime.mjs';
import { type Exit, startProcessGroup } from './processes/process-group.ts';
import { runFolder } from './processes/run-marker.mjs';
import { hasScreen, startVirtualScreen, UPRIGHT } from './processes/virtual-screen.ts';
import { projectRoot } from './project.mjs';
import { readStartOptions } from './start-options.ts';

const EXIT_USAGE = 2;
/** By the shell's convention 128 + the signal's number. Ctrl+C is how a person ends it, and no failure. */
const EXIT_CODES = { SIGINT: 0, SIGTERM: 143, SIGHUP: 129 };

const options = readStartOptions(process.argv.slice(2));
if (typeof options === 'string') {
  process.stderr.write(`${options}\n`);
  process.exit(EXIT_USAGE);
}

/** How to stop what runs so far, in the order in which it was started. */
const stops: (() => Promise<void>)[] = [];
let isEnding = false;

for (const [signal, exitCode] of Object.entries(EXIT_CODES)) process.on(signal, () => end(exitCode));

try {
  const screen = hasScreen() ? {} : await openVirtualScreen();

  const sandbox = await startSandbox({
    folder: runFolder(),
    window: options.window,
    takesDocuments: true,
    hasBadgeReader: true,
  });
  stops.push(() => sandbox.stop());
  say(sandbox.describe());

  const { executable, kind, version } = electronRuntime();
  say(`Kiosk on Electron ${version} (${kind}). Ctrl+C ends everything.`);
  const switches = sandbox.badgeReader?.switches ?? [];
  const environment = {
    ...environmentForElectron(),
    ...screen,
    ...sandbox.environment,
    // As in the hall: whoever started the kiosk starts it again.
    KIOSK_RESTARTED_BY_UNIT: '1',
  };
  let exit: Exit;
  do {
    const kiosk = startProcessGroup(executable, [...electronFlags(), ...switches, projectRoot], {
      environment,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    stops.push(kiosk.stop);
    exit = await kiosk.exited;
    // What it left running does not meet its successor.
    await kiosk.stop();
  } while (exit.code === EXIT_FOR_RESTART && !isEnding);

  const wasWanted = exit.code === 0 || exit.code === EXIT_BY_STAFF;
  if (wasWanted && !isEnding) say('The kiosk was closed.');
  await (wasWanted ? end(0) : endAfterFailure(`The kiosk ended by itself: ${inWords(exit)}.`));
} catch (error) {
  await endAfterFailure(error instanceof Error ? error.message : String(error));
}

async function openVirtualScreen(): Promise<{ DISPLAY: string }> {
  const screen = await startVirtualScreen(UPRIGHT);
  stops.push(screen.stop);
  screen.exited.then((exit) => endAfterFailure(`The virtual screen ended by itself: ${inWords(exit)}.`));
  say(`There is no screen here: the kiosk opens on a virtual one (Xvfb, DISPLAY=${screen.display}).`);
  return { DISPLAY: screen.display };
}

/** Editors made of Electron leave a switch in their terminals that would turn the kiosk into a plain Node.js. */
function environmentForElectron(): NodeJS.ProcessEnv {
  const { ELECTRON_RUN_AS_NODE: _, ...environment } = process.env;
  return environment;
}

async function endAfterFailure(sentence: string): Promise<void> {
  // What stops because it was told to is no failure.
  if (isEnding) return;
  process.stderr.write(`${sentence}\n`);
  await end(1);
}

/** Each part bounds its own stop, and what still runs after this process is ended from outside. */
async function end(exitCode: number): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  for (const stop of stops.toReversed()) {
    await stop().catch((error: unknown) => process.stderr.write(`While stopping: ${String(error)}\n`));
  }
  process.exit(exitCode);
}

function inWords({ code, signal }: Exit): string {
  return signal === null ? `exit code ${code}` : `signal ${signal}`;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
