/** The bridge to main, and what a refused call becomes on this side: a value like any other failure. */
import type {
  CallInput,
  CallOutput,
  Channel,
  ErrorCode,
  Failure,
  KioskBridge,
  Result,
} from '../../preload/contract.ts';
import { errors } from '../messages/fr.json';
import { aloneSteps } from './alone-steps.ts';

declare global {
  interface Window {
    readonly kiosk: KioskBridge;
  }
}

/** The calls that answer with a `Result`: those that can fail for a reason a person has to know. */
export type FallibleChannel = {
  [C in Channel]: CallOutput<C> extends Result<unknown> ? C : never;
}[Channel];

/** The calls that answer with nothing. */
type SilentChannel = {
  [C in Channel]: CallOutput<C> extends void ? C : never;
}[Channel];

export async function ask<C extends FallibleChannel>(
  channel: C,
  input: CallInput<C>,
): Promise<CallOutput<C> | { ok: false; error: Failure }> {
  const answer = await window.kiosk.call(channel, input).catch(failed);
  // Whatever it was, it is the person's alone: they are asked whether they are.
  if (!answer.ok && answer.error.code === 'HANDOVER_NEEDED') aloneSteps.knock();
  return answer;
}

function failed(refusal: unknown): { ok: false; error: Failure } {
  return { ok: false, error: { code: codeOf(refusal) } };
}

/**
 * Says something to main and expects nothing back. A refusal (the session ended a moment ago) is answered as a
 * code; main has logged it and the next snapshot shows where we are, so most callers need not look.
 */
export async function tell<C extends SilentChannel>(
  channel: C,
  input: CallInput<C>,
): Promise<ErrorCode | null> {
  try {
    await window.kiosk.call(channel, input);
    return null;
  } catch (refusal) {
    const code = codeOf(refusal);
    if (code === 'HANDOVER_NEEDED') aloneSteps.knock();
    return code;
  }
}

export function codeOf(refusal: unknown): ErrorCode {
  const message = refusal instanceof Error ? refusal.message : '';
  return isErrorCode(message) ? message : 'INTERNAL';
}

/** An error code without its sentence does not compile. */
const SENTENCES: Readonly<Record<ErrorCode, string>> = errors;

function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(SENTENCES, text);
}
