/** What people do at the kiosk, on their way to what a round is about. */
import { setTimeout as delay } from 'node:timers/promises';
import type { CallInput, CallOutput, Channel, SessionSnapshot } from '../../../preload/contract.ts';
import type { Kiosk } from './kiosk.ts';
import type { Stage } from './stage.ts';

const POLL_MS = 10;
const PATIENCE_MS = 15_000;
const SIGN_IN_AGAIN_MS = 500;

export async function signIn({ login }: Stage, kiosk: Kiosk): Promise<void> {
  await kiosk.call('session.begin', undefined);
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const answer = await kiosk.call('session.signIn', login);
    if (answer.ok) return;
    // On a busy machine the keyring can take longer than the kiosk waits for it: people try again.
    const isPatient = answer.error.code === 'KEYRING_UNAVAILABLE' && performance.now() < deadline;
    if (!isPatient) throw new Error(`Nobody can sign in: ${answer.error.code}`);
    await delay(SIGN_IN_AGAIN_MS);
  }
}

export async function untilState(kiosk: Kiosk, wanted: SessionSnapshot['state']): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    // A page that is being wiped does not answer.
    const state = await kiosk.call('session.read', undefined).then(
      (snapshot) => snapshot.state,
      (error: Error) => error.message,
    );
    if (state === wanted) return;
    if (performance.now() > deadline) throw new Error(`The session is not ${wanted}, but ${state}.`);
    await delay(POLL_MS);
  }
}

/** Asks for what wipes the screen, and with it perhaps the page that asked. Null when no answer came through. */
export function askForWipe<C extends Channel>(
  kiosk: Kiosk,
  channel: C,
  input: CallInput<C>,
): Promise<CallOutput<C> | null> {
  return kiosk.call(channel, input).catch(() => null);
}
