/** Asks the central API for a kiosk token, to learn whether it is there, whether it knows this machine, and its time. */
import { v7 as uuidV7 } from 'uuid';
import type { Result } from '../../preload/contract.ts';
import type { Log } from '../log/log.ts';
import { type Answer, unanswered } from './answer.ts';
import { createConnection } from './connection.ts';
import { within } from './deadline.ts';
import { expectedAnswers } from './expected-answers.ts';
import type { KioskToken } from './generated/model/index.ts';
import { createKioskToken } from './generated/operations.ts';

export interface ApiProbe {
  /** The codes of a request of this machine, or what `credential` answered. */
  outcome: Result<void>;
  durationMs: number;
  /** How much later it is here than there, to a second; null when the API was not reached or did not say. */
  aheadMs: number | null;
}

export async function probeTenantApi(options: {
  baseUrl: string;
  timeoutSeconds: number;
  credential: () => Promise<Result<string>>;
  log: Log;
  /** Milliseconds since 1970. */
  now?: () => number;
}): Promise<ApiProbe> {
  const { baseUrl, timeoutSeconds, credential, log, now = Date.now } = options;
  const startedAt = performance.now();
  let wasReached = false;
  let aheadMs: number | null = null;
  const connection = createConnection({
    baseUrl,
    log,
    now,
    onOutcome: ({ answeredBy }) => {
      wasReached = answeredBy === 'api';
    },
  });
  connection.http.interceptors.response.use((response) => {
    const date: unknown = response.headers.date;
    const there = typeof date === 'string' ? Date.parse(date) : Number.NaN;
    if (!Number.isNaN(there)) aheadMs = now() - there;
    return response;
  });

  try {
    const answer = await within(timeoutSeconds, [], async (signal): Promise<Answer<KioskToken>> => {
      const known = await credential();
      if (!known.ok) return unanswered(known.error);
      return createKioskToken({
        connection,
        expected: expectedAnswers.createKioskToken,
        identity: { kind: 'device', credential: known.value },
        idempotencyKey: uuidV7(),
        signal,
      });
    });
    return {
      outcome: answer.ok ? { ok: true, value: undefined } : { ok: false, error: answer.failure.error },
      durationMs: Math.round(performance.now() - startedAt),
      // A captive portal or a proxy has a clock too, but not the one that matters.
      aheadMs: wasReached ? aheadMs : null,
    };
  } finally {
    connection.close();
  }
}
