/** What happens in one run, all of it drawn from the seed. */
import fc from 'fast-check';
import type { Trouble } from './fault-proxy.ts';

export interface RunPlan {
  readonly wishes: readonly PlannedWish[];
  /** What happens to the first request, the second, and so on; from the beginning again when there are more. */
  readonly troubles: readonly Trouble[];
  /** Where the requests go, likewise. */
  readonly ways: readonly Way[];
  /** When the kiosk ends, and begins anew at once. */
  readonly ends: readonly PlannedEnd[];
  /** How long everything goes on going wrong after the last wish and the last end. */
  readonly troubleMs: number;
  /** Whether a killed kiosk is a process that is killed, or one that is cut off from its disk and its network. */
  readonly isProcess: boolean;
}

export interface PlannedWish {
  /** After the one before. */
  readonly afterMs: number;
  /** 0 to 2. */
  readonly tenant: number;
  readonly kind: 'statement' | 'document' | 'payment';
  /** It cites the wish before it, whosever that is. */
  readonly citesTheOneBefore: boolean;
}

export interface PlannedEnd {
  readonly afterMs: number;
  readonly how: 'stop' | 'kill';
}

/** `noName`: nobody can say where the API is. `wrongCertificate`: somebody else sits there. */
export type Way = 'api' | 'noName' | 'wrongCertificate';

/** All that has to have gone wrong somewhere in two hundred runs. */
export const EVERY_TROUBLE = [
  'latency',
  'lost',
  'reset of request',
  'reset of answer',
  'slowBody',
  ...['status 429', 'status 500', 'status 502', 'status 503'],
  'twice',
  'lateAnswer',
  'lateRequest',
  ...['no name', 'wrong certificate'],
  ...['kill', 'stop', 'SIGKILL'],
] as const;

/** How long a kiosk of these runs waits for an answer. */
export const TIMEOUT_SECONDS = 0.25;
const TIMEOUT_MS = TIMEOUT_SECONDS * 1_000;

const retryAfterSeconds = fc.option(fc.integer({ min: 0, max: 120 }), { nil: null });

const trouble: fc.Arbitrary<Trouble> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({ kind: 'none' } as const) },
  {
    weight: 3,
    arbitrary: fc.integer({ min: 1, max: 80 }).map((ms) => ({ kind: 'latency', ms }) as const),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'lost' } as const) },
  {
    weight: 3,
    arbitrary: fc.constantFrom('request', 'answer').map((during) => ({ kind: 'reset', during }) as const),
  },
  {
    weight: 2,
    arbitrary: fc.integer({ min: 20, max: 2 * TIMEOUT_MS }).map((ms) => ({ kind: 'slowBody', ms }) as const),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('status' as const),
      status: fc.constantFrom(429, 500, 502, 503),
      retryAfterSeconds,
      isReached: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom('first', 'second').map((heard) => ({ kind: 'twice', heard }) as const),
  },
  {
    weight: 2,
    arbitrary: fc
      .integer({ min: TIMEOUT_MS + 10, max: 2 * TIMEOUT_MS })
      .map((ms) => ({ kind: 'lateAnswer', ms }) as const),
  },
  {
    weight: 2,
    arbitrary: fc
      .integer({ min: TIMEOUT_MS + 10, max: 2 * TIMEOUT_MS })
      .map((ms) => ({ kind: 'lateRequest', ms }) as const),
  },
);

const way: fc.Arbitrary<Way> = fc.oneof(
  { weight: 12, arbitrary: fc.constant('api' as const) },
  { weight: 1, arbitrary: fc.constant('noName' as const) },
  { weight: 1, arbitrary: fc.constant('wrongCertificate' as const) },
);

const wish = fc.record({
  afterMs: fc.integer({ min: 0, max: 40 }),
  tenant: fc.integer({ min: 0, max: 2 }),
  kind: fc.constantFrom('statement' as const, 'document' as const, 'payment' as const),
  citesTheOneBefore: fc.boolean(),
});

const end = fc.record({
  afterMs: fc.integer({ min: 20, max: 400 }),
  how: fc.constantFrom('stop' as const, 'kill' as const),
});

/** The same seed plans the same runs. `processes`: how many of them, the first ones, kill processes. */
export function runPlans(runs: number, seed: number, processes: number): RunPlan[] {
  const plan = fc.record({
    wishes: fc.array(wish, { minLength: 4, maxLength: 12, size: 'max' }),
    troubles: fc.array(trouble, { minLength: 10, maxLength: 40, size: 'max' }),
    ways: fc.array(way, { minLength: 5, maxLength: 20, size: 'max' }),
    ends: fc.array(end, { maxLength: 3, size: 'max' }),
    troubleMs: fc.integer({ min: 200, max: 1_200 }),
  });
  return fc.sample(plan, { numRuns: runs, seed }).map((drawn, run) => {
    if (run >= processes) return { ...drawn, isProcess: false };
    const ends = drawn.ends.length > 0 ? drawn.ends : [{ afterMs: 150, how: 'kill' } as const];
    return {
      ...drawn,
      ends: ends.map(({ afterMs }) => ({ afterMs, how: 'kill' as const })),
      isProcess: true,
    };
  });
}
