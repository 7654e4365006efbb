import type { ErrorCode, Failure } from '../../preload/contract.ts';

/** What comes of one request to the central API. */
export type Answer<Value> = { ok: true; value: Value } | { ok: false; failure: ApiFailure };

export interface ApiFailure {
  /** What a screen may be told. */
  error: Failure;
  /** The HTTP status, null when there was no answer that deserves the name. */
  status: number | null;
  /** The API's own `code`, when its answer was a problem as the contract has it. */
  problemCode: string | null;
}

/** For what failed before the API had its say. */
export function unanswered(error: Failure): { ok: false; failure: ApiFailure } {
  return { ok: false, failure: { error, status: null, problemCode: null } };
}

/** Why a signal of this room ended the work. Only signals made here come here: their reasons are error codes. */
export function endedBy(signal: AbortSignal): { ok: false; failure: ApiFailure } {
  return unanswered({ code: signal.reason as ErrorCode });
}
