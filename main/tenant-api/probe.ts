/** Asks the central API for a kiosk token, to learn whether it is there, whether it knows this machine, and its time. */
import { v7 as uuidV7 } from 'uuid';
import type { Result } from '../../preload/contract.ts';
import type { Log } from '../log/log.ts';
import type { Answer } from './answer.ts';
import { createConnection } from './connection.ts';
import { within } from './deadline.ts';
import { fetchKioskToken } from './fetch-kiosk-token.ts';
import type { KioskToken } from './generated/model/index.ts';
import type { KioskSigners } from './kiosk-signer.ts';

export interface ApiProbe {
  /** The codes of a request of this machine, or what `signers` answered. */
  outcome: Result<void>;
  durationMs: number;
  /** How much later it is here than there, to a second; null when the API was not reached or did not say. */
  aheadMs: number | null;
}

export async function probeTenantApi(options: {
  baseUrl: string;
  pins?: readonly string[] | undefined;
  timeoutSeconds: number;
  signers: KioskSigners;
  log: Log;
  /** Milliseconds since 1970. */
  now?: () => number;
}): Promise<ApiProbe> {
  const { baseUrl, pins, timeoutSeconds, signers, log, now = Date.now } = options;
  const startedAt = performance.now();
  const connection = createConnection({ baseUrl, pins, log, now, onOutcome: () => undefined });

  try {
    const answer = await within(timeoutSeconds, [], async (signal): Promise<Answer<KioskToken>> => {
      return (await fetchKioskToken({ connection, signers, newId: uuidV7, signal })).answer;
    });
    return {
      outcome: answer.ok ? { ok: true, value: undefined } : { ok: false, error: answer.failure.error },
      durationMs: Math.round(performance.now() - startedAt),
      aheadMs: connection.aheadMs(),
    };
  } finally {
    connection.close();
  }
}
