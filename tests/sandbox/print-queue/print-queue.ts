import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type BoundProcess, startBoundProcess } from '../bound-process.ts';
import { findFreePort } from '../free-port.ts';

const run = promisify(execFile);

const CUPSD = 'cupsd';
const LPADMIN = 'lpadmin';
/** Debian puts them where an ordinary user's PATH does not look. */
const PATH = `${process.env.PATH ?? ''}:/usr/local/sbin:/usr/sbin:/sbin`;
const START_PATIENCE_MS = 10_000;
const LPADMIN_PATIENCE_MS = 20_000;
const POLL_MS = 20;
const QUEUE = 'kiosk';

/** CUPS itself, with one queue in front of a printer, on this machine only. */
export interface PrintQueue {
  /** Where the kiosk prints to: `ipp://localhost:PORT/printers/kiosk`. */
  readonly uri: string;
  /** Nothing is sent on to the printer; what comes in waits. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** May be called again. */
  stop(): Promise<void>;
}

/** @param options.folder all that CUPS writes stands in here */
export async function startPrintQueue(options: { folder: string; printerUri: string }): Promise<PrintQueue> {
  const { folder, printerUri } = options;
  const port = await findFreePort();
  const rooms = ['etc', 'spool', 'spool/tmp', 'cache', 'run', 'log', 'keys'];
  for (const room of rooms) {
    await mkdir(join(folder, room), { recursive: true });
    // As root, CUPS runs its filters and backends as another user.
    await chmod(join(folder, room), 0o777);
  }
  await writeFile(join(folder, 'etc/cupsd.conf'), daemonSettings(port));
  await writeFile(join(folder, 'etc/cups-files.conf'), fileSettings(folder));

  const daemon = startBoundProcess(
    CUPSD,
    ['-f', '-c', join(folder, 'etc/cupsd.conf'), '-s', join(folder, 'etc/cups-files.conf')],
    { folder, environment: { PATH } },
  );
  try {
    await waitUntilUp(daemon, port);
    // `abort-job`: one that fails is told as failed, and not tried again and again.
    await administer(
      '-p',
      QUEUE,
      '-E',
      '-v',
      printerUri,
      '-m',
      'everywhere',
      '-o',
      'printer-error-policy=abort-job',
    );
    await waitUntilMade(folder);
  } catch (error) {
    await daemon.stop();
    throw error;
  }

  async function administer(...words: string[]): Promise<void> {
    await run(LPADMIN, ['-h', `localhost:${port}`, ...words], {
      env: { PATH },
      timeout: LPADMIN_PATIENCE_MS,
    });
  }

  /** Until the queue itself says so: CUPS may still be busy with having been made. */
  async function tell(program: 'cupsdisable' | 'cupsenable'): Promise<void> {
    const options = { env: { PATH, LC_ALL: 'C' }, timeout: LPADMIN_PATIENCE_MS };
    const wanted = program === 'cupsdisable' ? /disabled since/ : /enabled since/;
    const deadline = performance.now() + START_PATIENCE_MS;
    for (;;) {
      await run(program, ['-h', `localhost:${port}`, QUEUE], options);
      const { stdout } = await run('lpstat', ['-h', `localhost:${port}`, '-p', QUEUE], options);
      if (wanted.test(stdout)) return;
      if (performance.now() > deadline) throw new Error(`The queue does not heed ${program}: ${stdout}`);
      await delay(POLL_MS);
    }
  }

  return {
    uri: `ipp://localhost:${port}/printers/${QUEUE}`,
    pause: () => tell('cupsdisable'),
    resume: () => tell('cupsenable'),
    stop: () => daemon.stop(),
  };
}

/** Open to whoever reaches it, which is this machine alone. */
function daemonSettings(port: number): string {
  return `Listen localhost:${port}
Browsing No
BrowseLocalProtocols none
WebInterface No
DefaultAuthType None
PreserveJobHistory Yes
PreserveJobFiles No
<Location />
  Order allow,deny
  Allow localhost
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  SubscriptionPrivateAccess all
  SubscriptionPrivateValues none
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
`;
}

function fileSettings(folder: string): string {
  const lines = {
    ServerRoot: join(folder, 'etc'),
    RequestRoot: join(folder, 'spool'),
    TempDir: join(folder, 'spool/tmp'),
    CacheDir: join(folder, 'cache'),
    StateDir: join(folder, 'run'),
    ServerKeychain: join(folder, 'keys'),
    ErrorLog: join(folder, 'log/error_log'),
    AccessLog: join(folder, 'log/access_log'),
    PageLog: join(folder, 'log/page_log'),
    SystemGroup: 'root',
    User: 'lp',
    Group: 'lp',
  };
  return Object.entries(lines)
    .map(([name, value]) => `${name} ${value}\n`)
    .join('');
}

/** CUPS describes the queue in the background after `lpadmin` has ended, and may start it again when it has done so. */
async function waitUntilMade(folder: string): Promise<void> {
  const deadline = performance.now() + START_PATIENCE_MS;
  while (!existsSync(join(folder, 'etc/ppd', `${QUEUE}.ppd`))) {
    if (performance.now() > deadline) throw new Error("The sandbox's print queue was never described.");
    await delay(POLL_MS);
  }
}

async function waitUntilUp(daemon: BoundProcess, port: number): Promise<void> {
  const deadline = performance.now() + START_PATIENCE_MS;
  while (!(await answers(port))) {
    if (daemon.hasExited() || performance.now() > deadline) {
      throw new Error(`The sandbox's print queue did not start on port ${port}. ${daemon.complaints()}`);
    }
    await delay(POLL_MS);
  }
}

async function answers(port: number): Promise<boolean> {
  try {
    await (await fetch(`http://localhost:${port}/`, { signal: AbortSignal.timeout(1_000) })).text();
    return true;
  } catch {
    // Not listening yet: the caller asks again until its patience ends.
    return false;
  }
}
