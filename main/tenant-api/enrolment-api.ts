/** What a machine asks the central API before it is a kiosk there. */
import { v7 as uuidV7 } from 'uuid';
import type { Result } from '../../preload/contract.ts';
import type { Log } from '../log/log.ts';
import { createConnection } from './connection.ts';
import { within } from './deadline.ts';
import { expectedAnswers } from './expected-answers.ts';
import { fetchKioskToken } from './fetch-kiosk-token.ts';
import type { KioskCredential, KioskEnrolment } from './generated/model/index.ts';
import { createKioskEnrolment } from './generated/operations.ts';
import type { KioskSigner } from './kiosk-signer.ts';

export interface EnrolmentApi {
  /** ENROLMENT_…, or the codes of any request. `idempotencyKey`: the same on every try of the same wish. */
  enrol(body: KioskEnrolment, idempotencyKey: string): Promise<Result<KioskCredential>>;
  /** Whether the API gives tokens for what this credential signs: its first use, which makes the ones before void. */
  use(signer: KioskSigner): Promise<Result<void>>;
  /** How much later it is here than there, null while the API has not told. */
  aheadMs(): number | null;
  close(): void;
}

export function createEnrolmentApi(options: {
  baseUrl: string;
  pins?: readonly string[] | undefined;
  timeoutSeconds: number;
  log: Log;
  /** Milliseconds since 1970. */
  now?: () => number;
}): EnrolmentApi {
  const { timeoutSeconds, log, now = Date.now } = options;
  const connection = createConnection({ ...options, log, now, onOutcome: () => undefined });

  return {
    async enrol(body, idempotencyKey) {
      const answer = await within(timeoutSeconds, [], (signal) =>
        createKioskEnrolment(body, {
          connection,
          expected: expectedAnswers.createKioskEnrolment,
          identity: { kind: 'nobody' },
          idempotencyKey,
          signal,
        }),
      );
      return answer.ok ? answer : { ok: false, error: answer.failure.error };
    },

    async use(signer) {
      const answer = await within(timeoutSeconds, [], async (signal) => {
        const signers = async () => ({ ok: true, value: [signer] }) as const;
        return (await fetchKioskToken({ connection, signers, newId: uuidV7, signal })).answer;
      });
      return answer.ok ? { ok: true, value: undefined } : { ok: false, error: answer.failure.error };
    },

    aheadMs: connection.aheadMs,
    close: connection.close,
  };
}
