import { type EventName, type EventPayload, events } from '../../preload/contract.ts';
import type { Log } from '../log/log.ts';

export type SendEvent = <E extends EventName>(event: E, payload: EventPayload<E>) => void;

/** Sends events to the screen; one that breaks the contract stays in main, like a call's output. */
export function createEventSender(
  deliver: (event: EventName, payload: unknown) => void,
  log: Log,
): SendEvent {
  return (event, payload) => {
    const checked = events[event].safeParse(payload);
    if (checked.success) deliver(event, checked.data);
    else log.error('ipc.failed', { code: 'OUTPUT_INVALID', channel: event });
  };
}
