import type { NotSentReason } from './payment-terminal.ts';

/**
 * What it means that a connection could not be made.
 * @param cause the system's error code
 */
export function notSentBecauseOf(cause: string): {
  readonly outcome: 'NOT_SENT';
  readonly reason: NotSentReason;
} {
  return { outcome: 'NOT_SENT', reason: cause === 'ECONNREFUSED' ? 'CONNECTION_REFUSED' : 'UNREACHABLE' };
}
