import { TRACED_CALLS, type TracedCall } from '../../preload/audit-entry.ts';
import type { Channel } from '../../preload/contract.ts';

/** Whether it does something for a person, which belongs into the trail while somebody helps them. */
export function isTraced(channel: Channel): channel is TracedCall {
  return (TRACED_CALLS as readonly string[]).includes(channel);
}

/** Whether nothing came of a call. */
export function isFailure(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false;
}
