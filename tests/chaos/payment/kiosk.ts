import type { CallInput, CallOutput, Channel } from '../../../preload/contract.ts';

/** A kiosk that somebody stands in front of, and that can be robbed of its power. */
export interface Kiosk {
  /** As the screen asks. Rejects when the call is refused, or when the kiosk dies under it. */
  call<C extends Channel>(channel: C, input: CallInput<C>): Promise<CallOutput<C>>;
  /** SIGKILL unless said otherwise: no handler runs, no file is closed. Resolves when it is dead; may be called again. */
  kill(signal?: NodeJS.Signals): Promise<void>;
}

/** Resolves when it invites people. */
export type StartKiosk = (environment: NodeJS.ProcessEnv) => Promise<Kiosk>;
