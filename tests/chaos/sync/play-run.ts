import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { compare, type Differences, type Entered } from './books.ts';
import { startFaultProxy, type Trouble } from './fault-proxy.ts';
import { type Kiosk, startHere } from './kiosk.ts';
import { startInProcess } from './kiosk-process.ts';
import type { RunPlan } from './run-plan.ts';
import type { Stage } from './stage.ts';

export interface Run {
  readonly entered: number;
  readonly requests: number;
  readonly kills: number;
  /** What has gone wrong, by its name, and how often. */
  readonly hits: Hits;
  readonly differences: Differences;
}

export type Hits = ReadonlyMap<string, number>;

/** Nobody knows this name, and nobody ever will (RFC 2606). */
const NO_NAME = 'https://kiosk.invalid';
const PATIENCE_MS = 60_000;
const POLL_MS = 10;

/** People enter wishes while everything goes wrong; then all is well, and the kiosk gets the time that it needs. */
export async function playRun(stage: Stage, plan: RunPlan, folder: string): Promise<Run> {
  const own = mkdtempSync(join(folder, 'run-'));
  let requests = 0;
  const hits = new Map<string, number>();
  const hit = (name: string) => void hits.set(name, (hits.get(name) ?? 0) + 1);
  const next = () => {
    const trouble = plan.troubles[requests++ % plan.troubles.length] ?? { kind: 'none' as const };
    hit(nameOf(trouble));
    return trouble;
  };
  const proxy = await startFaultProxy(stage.apiOrigin, next);
  const booksSince = stage.since();
  const startKiosk = () =>
    (plan.isProcess ? startInProcess : startHere)({
      file: join(own, 'kiosk.sqlite'),
      credential: stage.credential,
      baseUrls: {
        api: proxy.origin + stage.basePath,
        noName: NO_NAME + stage.basePath,
        wrongCertificate: stage.baseUrlOfSomebodyElse,
      },
      ways: plan.ways,
      note: hit,
    });
  let kiosk = await startKiosk();
  let starting: Promise<void> = Promise.resolve();
  try {
    const entering = enter(stage, plan, () => starting.then(() => kiosk));
    const ending = (async () => {
      for (const { afterMs, how } of plan.ends) {
        await delay(afterMs);
        hit(how === 'kill' && plan.isProcess ? 'SIGKILL' : how);
        const ended = kiosk.end(how);
        starting = ended.then(startKiosk).then((started) => {
          kiosk = started;
        });
        await starting;
      }
    })();
    const [entered] = await Promise.all([entering, ending]);
    await delay(plan.troubleMs);

    proxy.calm();
    await kiosk.calm();
    await untilDone(kiosk);
    await proxy.quiet();
    const deliveryIds = entered.map(({ deliveryId }) => deliveryId).filter((known) => known !== null);
    const books = booksSince(
      entered.map(({ number }) => number),
      deliveryIds,
    );
    const kills = plan.ends.filter(({ how }) => how === 'kill').length;
    return { entered: entered.length, requests, kills, hits, differences: compare(entered, books) };
  } finally {
    await kiosk.end('stop');
    await proxy.stop();
    rmSync(own, { recursive: true, force: true });
  }
}

function nameOf(trouble: Trouble): string {
  switch (trouble.kind) {
    case 'reset':
      return `reset of ${trouble.during}`;
    case 'status':
      return `status ${trouble.status}`;
    default:
      return trouble.kind;
  }
}

async function enter(stage: Stage, plan: RunPlan, kiosk: () => Promise<Kiosk>): Promise<Entered[]> {
  const entered: Entered[] = [];
  for (const planned of plan.wishes) {
    await delay(planned.afterMs);
    const { number, wish, lane } = stage.wishOf(planned);
    const before = entered.at(-1)?.deliveryId ?? null;
    // Money cites nothing: nothing may keep the landlord from hearing of it.
    const cites = planned.citesTheOneBefore && planned.kind !== 'payment' ? before : null;
    const deliveryId = await save(await kiosk(), cites === null ? wish : { ...wish, needs: [cites] });
    entered.push({ number, deliveryId, lane, cites });
  }
  return entered;
}

type Enqueued = Parameters<Kiosk['enqueue']>[0];

/** Null when nobody was told that it is saved. */
async function save(kiosk: Kiosk, wish: Enqueued): Promise<string | null> {
  try {
    const saved = await kiosk.enqueue(wish);
    return saved.ok ? saved.value.deliveryId : null;
  } catch {
    // The kiosk died under the person's hands.
    return null;
  }
}

async function untilDone(kiosk: Kiosk): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!(await kiosk.isDone())) {
    if (performance.now() > deadline) throw new Error('The kiosk does not hand in what waits.');
    await delay(POLL_MS);
  }
}
