/** Requests of this machine: each bounded in time, and carrying a kiosk token that is fetched and renewed as needed. */
import { type Answer, unanswered } from './answer.ts';
import type { Connection } from './connection.ts';
import { unlessEnded, within } from './deadline.ts';
import { fetchKioskToken } from './fetch-kiosk-token.ts';
import type { KioskToken } from './generated/model/index.ts';
import type { Identity } from './identity.ts';
import type { KioskSigners } from './kiosk-signer.ts';
import { createKioskTokenKeeper } from './kiosk-token.ts';
import { isTokenProblem } from './problem.ts';
import type { SendOptions } from './send.ts';

/** What is the same for whatever is being asked. */
export type Sent = Pick<SendOptions<unknown>, 'connection' | 'identity' | 'signal' | 'known'>;

/** What came with a kiosk token. */
export interface TokenGiven {
  /** With which credential the kiosk asked. */
  credentialId: string;
  /** The API asks the kiosk to change its key. */
  wantsNewCredential: boolean;
}

export interface KioskRequests {
  /** API_TIMEOUT when it takes too long in all, second tries and tokens included. */
  ask<Value>(request: {
    identity: (kioskToken: string) => Identity;
    operation: (sent: Sent) => Promise<Answer<Value>>;
    /** Ends the request early. Its reason is the error code to answer with. */
    endedBy?: AbortSignal;
    /** For what is too large to be sent in the time that every other request has. */
    timeoutSeconds?: number;
  }): Promise<Answer<Value>>;
  /** Fetches a token for those to come, to learn whether the API is there. */
  knock(): Promise<void>;
}

export function createKioskRequests(options: {
  connection: Connection;
  timeoutSeconds: number;
  /** What the machine is known by: for fetching tokens, and nothing else. */
  signers: KioskSigners;
  /** Told after every kiosk token. */
  onToken: (token: TokenGiven) => void;
  newId: () => string;
  /** Ends everything. Its reason is the error code to answer with. */
  endedBy: AbortSignal;
}): KioskRequests {
  const { connection, timeoutSeconds, signers, onToken, newId, endedBy } = options;
  const kioskTokens = createKioskTokenKeeper({ fetch: fetchToken, ...connection });

  return {
    async knock() {
      await kioskTokens.renew();
    },
    ask: (request) =>
      within(
        Math.max(timeoutSeconds, request.timeoutSeconds ?? 0),
        request.endedBy ? [endedBy, request.endedBy] : [endedBy],
        async (signal) => {
          const first = await askOnce(request, signal);
          if (first.answer.ok || first.kioskToken === null || !isTokenProblem(first.answer.failure)) {
            return first.answer;
          }
          kioskTokens.forget(first.kioskToken);
          const second = await askOnce(request, signal);
          return second.answer;
        },
      ),
  };

  async function askOnce<Value>(
    request: {
      identity: (kioskToken: string) => Identity;
      operation: (sent: Sent) => Promise<Answer<Value>>;
    },
    signal: AbortSignal,
  ): Promise<{ answer: Answer<Value>; kioskToken: string | null }> {
    const taken = await unlessEnded(kioskTokens.take(), signal);
    // Why the machine got no token says nothing about what it wanted to send.
    if (!taken.ok) return { answer: unanswered(taken.failure.error), kioskToken: null };
    const identity = request.identity(taken.value);
    const answer = await request.operation({ connection, identity, signal });
    return { answer, kioskToken: taken.value };
  }

  /** Bounded by itself: several requests may wait for it, and the first to give up does not end it for the others. */
  function fetchToken(): Promise<Answer<KioskToken>> {
    return within(timeoutSeconds, [endedBy], async (signal) => {
      const { answer, credentialId } = await fetchKioskToken({ connection, signers, newId, signal });
      if (answer.ok && credentialId !== null) {
        onToken({ credentialId, wantsNewCredential: answer.value.wantsNewCredential });
      }
      return answer;
    });
  }
}
