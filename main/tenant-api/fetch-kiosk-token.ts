/** A kiosk token for what this machine signs: with its newest credential, else with the one before. */
import { type Answer, unanswered } from './answer.ts';
import type { Connection } from './connection.ts';
import { expectedAnswers } from './expected-answers.ts';
import type { KioskToken } from './generated/model/index.ts';
import { createKioskToken } from './generated/operations.ts';
import type { KioskSigner, KioskSigners } from './kiosk-signer.ts';
import { isAboutTheKiosk, isClockProblem } from './problem.ts';

export interface FetchedToken {
  answer: Answer<KioskToken>;
  /** With which credential; null when nothing was asked. */
  credentialId: string | null;
}

export async function fetchKioskToken(from: {
  connection: Connection;
  signers: KioskSigners;
  newId: () => string;
  signal: AbortSignal;
}): Promise<FetchedToken> {
  const { connection, signers, newId, signal } = from;
  const known = await signers();
  if (!known.ok) return { answer: unanswered(known.error), credentialId: null };

  let fetched: FetchedToken = { answer: unanswered({ code: 'KIOSK_NOT_ENROLLED' }), credentialId: null };
  for (const signer of known.value) {
    fetched = { answer: await askByTheirClock(signer), credentialId: signer.credentialId };
    // A new credential that was handed in and lost there leaves the one before it good.
    const { answer } = fetched;
    if (answer.ok || isClockProblem(answer.failure) || !isAboutTheKiosk(answer.failure)) break;
  }
  return fetched;

  /** A clock that is wrong here is told so, together with the right time. */
  async function askByTheirClock(signer: KioskSigner): Promise<Answer<KioskToken>> {
    const answer = await ask(signer);
    return !answer.ok && isClockProblem(answer.failure) ? ask(signer) : answer;
  }

  async function ask(signer: KioskSigner): Promise<Answer<KioskToken>> {
    const idempotencyKey = newId();
    const assertion = await signer.sign({ idempotencyKey, at: connection.timeThere() });
    return createKioskToken({
      connection,
      expected: expectedAnswers.createKioskToken,
      identity: { kind: 'signed', assertion },
      idempotencyKey,
      signal,
    });
  }
}
