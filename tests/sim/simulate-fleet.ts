/**
 * A landlord's kiosks over half a day, with an hour in which the API is away: the product's own outbox, health
 * reports, reference data and kiosk token, over a clock that goes from one event to the next.
 */

import { createHealthReports } from '../../main/health/health-reports.ts';
import { openInformation } from '../../main/information/information.ts';
import { silentLog } from '../../main/log/log.ts';
import type { Sealing } from '../../main/secrets/sealing.ts';
import { createOutbox } from '../../main/sync/outbox.ts';
import { pretendDeposits } from '../../main/sync/testing/pretend-deposits.ts';
import { createKioskTokenKeeper } from '../../main/tenant-api/kiosk-token.ts';
import type { Result } from '../../preload/contract.ts';
import { createReferenceRowsInMemory, createRowsInMemory } from './rows-in-memory.ts';
import { seededRandom } from './seeded-random.ts';
import { createVirtualTime, type VirtualTime } from './virtual-time.ts';

export interface Fleet {
  /** In an hour like any other, of one kiosk. */
  readonly requestsPerKioskAndHour: number;
  /** The busiest minute from the end of the outage on, over the mean minute of that hour. */
  readonly peakRatio: number;
  /** The busiest minute of the outage, over the same. */
  readonly peakRatioDuringOutage: number;
  /** From the end of the outage until nothing waits that was handed in before it. */
  readonly minutesToCatchUp: number;
  readonly lost: number;
}

const HOUR_SECONDS = 3_600;
const MINUTE_SECONDS = 60;
/** Kiosks begin their day within the first; the second is an hour like any other. */
const OUTAGE_FROM_SECONDS = 2 * HOUR_SECONDS;
const OUTAGE_TO_SECONDS = 3 * HOUR_SECONDS;
const END_SECONDS = 6 * HOUR_SECONDS;
/** The central API's own: the sandbox's, too. */
const TOKEN_LIFE_SECONDS = HOUR_SECONDS;
const ANSWER_SECONDS = 0.2;
/** Half of the requests to an API that is away are refused at once, half of them run into the kiosk's own limit. */
const TIMEOUT_SECONDS = 15;

export async function simulateFleet(options: {
  kiosks: number;
  wishesPerKioskAndHour: number;
  seed: number;
}): Promise<Fleet> {
  const { kiosks, wishesPerKioskAndHour, seed } = options;
  const random = seededRandom(seed);
  const time = createVirtualTime();
  const minutes = new Array<number>(END_SECONDS / MINUTE_SECONDS + 1).fill(0);
  let lastCaughtUpAt = OUTAGE_TO_SECONDS;
  let wished = 0;
  let delivered = 0;

  const isAway = () => time.nowSeconds() >= OUTAGE_FROM_SECONDS && time.nowSeconds() < OUTAGE_TO_SECONDS;
  /** Resolves with whether the API has answered. */
  const request = (): Promise<boolean> => {
    const minute = Math.floor(time.nowSeconds() / MINUTE_SECONDS);
    minutes[minute] = (minutes[minute] ?? 0) + 1;
    const answers = !isAway();
    const seconds = answers || random() < 0.5 ? ANSWER_SECONDS : TIMEOUT_SECONDS;
    return new Promise((resolve) => time.after(seconds, () => resolve(answers)));
  };
  const noteDelivery = (wishedAt: number) => {
    delivered += 1;
    if (wishedAt < OUTAGE_TO_SECONDS) lastCaughtUpAt = Math.max(lastCaughtUpAt, time.nowSeconds());
  };
  for (let kiosk = 0; kiosk < kiosks; kiosk += 1) {
    startKiosk({ time, random, request, noteDelivery, wishesPerHour: wishesPerKioskAndHour, noteWish });
  }
  await time.runUntil(END_SECONDS);

  const meanOf = (from: number, to: number) =>
    minutesOf(from, to).reduce((sum, one) => sum + one, 0) / minutesOf(from, to).length;
  const steady = meanOf(HOUR_SECONDS, OUTAGE_FROM_SECONDS);
  return {
    requestsPerKioskAndHour: (steady * MINUTE_SECONDS) / kiosks,
    peakRatio: Math.max(...minutesOf(OUTAGE_TO_SECONDS, END_SECONDS)) / steady,
    peakRatioDuringOutage: Math.max(...minutesOf(OUTAGE_FROM_SECONDS, OUTAGE_TO_SECONDS)) / steady,
    minutesToCatchUp: (lastCaughtUpAt - OUTAGE_TO_SECONDS) / MINUTE_SECONDS,
    lost: wished - delivered,
  };

  function noteWish(): void {
    wished += 1;
  }

  function minutesOf(from: number, to: number): number[] {
    return minutes.slice(from / MINUTE_SECONDS, to / MINUTE_SECONDS);
  }
}

/** What is under seal is nobody's here. */
const openly: Sealing = {
  seal: (plain) => Buffer.from(plain),
  unseal: (sealed) => Buffer.from(sealed).toString(),
  unsealBytes: (sealed) => sealed,
  fingerprint: (_, text) => text,
};

function startKiosk(kiosk: {
  time: VirtualTime;
  random: () => number;
  request: () => Promise<boolean>;
  wishesPerHour: number;
  noteWish: () => void;
  noteDelivery: (wishedAt: number) => void;
}): void {
  const { time, random, wishesPerHour } = kiosk;
  const wishedAt = new Map<string, number>();
  let people = 0;
  let healthReports = 0;
  let wasThere = true;
  /** Whoever asks learns whether the API is there, and those who wait for it are told. */
  const request = async (): Promise<boolean> => {
    const isThere = await kiosk.request();
    const isBack = isThere && !wasThere;
    wasThere = isThere;
    if (isBack) {
      outbox.wake();
      information.wake();
    }
    return isThere;
  };
  const requestWithToken = async (): Promise<boolean> => {
    const token = await tokens.take();
    return token.ok && (await request());
  };
  const tokens = createKioskTokenKeeper({
    now: () => time.nowSeconds() * 1_000,
    timeThere: () => time.nowSeconds() * 1_000,
    fetch: async () =>
      (await request())
        ? { ok: true, value: { ...NO_TOKEN, expiresAt: instantOf(time.nowSeconds() + TOKEN_LIFE_SECONDS) } }
        : away,
  });
  const outbox = createOutbox({
    rows: createRowsInMemory(),
    sealing: openly,
    api: pretendDeposits({
      async createStatementDelivery() {
        return (await requestWithToken())
          ? { outcome: 'delivered' }
          : { outcome: 'later', error: away.failure.error };
      },
      async createKioskHealthReport() {
        return (await requestWithToken())
          ? { outcome: 'delivered' }
          : { outcome: 'later', error: away.failure.error };
      },
    }),
    log: silentLog,
    onChange({ deliveryId, state }) {
      if (state !== 'transmitted') return;
      kiosk.noteDelivery(wishedAt.get(deliveryId) ?? 0);
      wishedAt.delete(deliveryId);
    },
    now: () => time.nowSeconds() * 1_000,
    random,
    after: time.after,
    monotonicSeconds: time.nowSeconds,
  });
  const information = openInformation({
    config: { agency: AGENCY },
    api: {
      readUsefulNumbers: readPublic,
      readAgencies: readPublic,
      readPracticalTexts: readPublic,
      readPaymentMethods: readPublic,
      readResidenceAlerts: readPublic,
    },
    rows: createReferenceRowsInMemory(),
    onPublicAlerts: () => undefined,
    after: time.after,
    log: silentLog,
    now: () => time.nowSeconds() * 1_000,
    random,
  });
  const reports = createHealthReports({
    // The check of the API asks it for a token of its own.
    async read() {
      await request();
      return [];
    },
    readTemperature: async () => null,
    keep: (report) =>
      outbox.enqueue({
        kind: 'health-report',
        machine: 'health',
        deliveryId: `health-${healthReports++}`,
        payload: report,
      }),
    // Nobody there is the most that a kiosk reports.
    isQuiet: () => true,
    after: time.after,
    log: silentLog,
    now: () => time.nowSeconds() * 1_000,
    uptimeSeconds: time.nowSeconds,
    random,
  });
  // They are switched on as the agencies open, not all at one instant.
  time.after(random() * START_WITHIN_SECONDS, () => {
    outbox.start();
    information.start();
    reports.start();
    wishLater();
  });

  async function readPublic(): Promise<Result<{ items: never[] }>> {
    return (await requestWithToken())
      ? { ok: true, value: { items: [] } }
      : { ok: false, error: away.failure.error };
  }

  /** People come as they please: the time between two of them is exponential. Nobody comes in the last hour. */
  function wishLater(): void {
    const seconds = (-Math.log(1 - random()) * HOUR_SECONDS) / wishesPerHour;
    time.after(seconds, () => {
      if (time.nowSeconds() > END_SECONDS - HOUR_SECONDS) return;
      const wished = outbox.enqueue({
        kind: 'statement-delivery',
        tenantId: `t-${people++}`,
        depositToken: 'token',
        payload: { accountId: 'a', from: '2018-01-01', to: '2018-12-31', locale: 'fr' },
      });
      if (!wished.ok) throw new Error(wished.error.code);
      wishedAt.set(wished.value.deliveryId, time.nowSeconds());
      kiosk.noteWish();
      wishLater();
    });
  }
}

/** Within the first hour, which is not looked at. */
const START_WITHIN_SECONDS = 1_800;
const AGENCY = {
  id: 'a',
  name: 'a',
  addressLines: [],
  phone: '',
  openingHours: [],
};
const NO_TOKEN = { token: 'token', wantsNewCredential: false, kiosk: { id: 'k', agencyId: 'a' } };
const away = {
  ok: false,
  failure: { error: { code: 'API_UNREACHABLE' }, status: 503, problemCode: null },
} as const;

function instantOf(seconds: number): string {
  return new Date(seconds * 1_000).toISOString();
}
