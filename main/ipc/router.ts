/**
 * The one gate between the screen and the machine. Every call passes here and is checked, in this order:
 * who calls, what is called, whether the session allows it now, what is handed in, whether a staff member who helps may
 * do it, what is handed out.
 */
import {
  type CallInput,
  type CallOutput,
  type Channel,
  calls,
  type ErrorCode,
  type SessionSnapshot,
} from '../../preload/contract.ts';
import type { CallAnswer } from '../../preload/wire.ts';
import type { AssistedGate } from '../assist/assisted-gate.ts';
import type { Log } from '../log/log.ts';
import { rights } from './rights.ts';

export type Handlers = { [C in Channel]: (input: CallInput<C>) => Promise<CallOutput<C>> | CallOutput<C> };

/** As much of Electron's `IpcMainInvokeEvent` as the gate looks at. */
export interface Caller {
  readonly senderFrame: CallerFrame | null;
}
export interface CallerFrame {
  readonly url: string;
  readonly parent: unknown;
}

export interface Router {
  /** Answers one message of the call pipe. Never throws. */
  answer(caller: Caller, channel: unknown, input: unknown): Promise<CallAnswer>;
}

export function createRouter(parts: {
  handlers: Handlers;
  /** Whether it is the kiosk's own window, its top frame, showing the kiosk's own page. */
  isOwnFrame: (frame: CallerFrame) => boolean;
  sessionState: () => SessionSnapshot['state'];
  /** Null while nobody assists. */
  assistedGate: () => AssistedGate | null;
  log: Log;
}): Router {
  const { handlers, isOwnFrame, sessionState, assistedGate, log } = parts;

  return {
    async answer(caller, channel, input) {
      if (!caller.senderFrame || !isOwnFrame(caller.senderFrame)) return refuse('SENDER_REFUSED');
      if (!isChannel(channel)) return refuse('CHANNEL_UNKNOWN');
      if (!rights[channel].includes(sessionState())) return refuse('NOT_ALLOWED_NOW', channel);

      const asked = calls[channel].input.safeParse(input);
      if (!asked.success) return refuse('INPUT_INVALID', channel);

      try {
        const gate = assistedGate();
        const refusal = gate?.refusal(channel) ?? null;
        if (refusal !== null) return refuseKindly(refusal, channel);
        const answer = await handle(channel, asked.data);
        gate?.answered(channel, answer);
        const answered = calls[channel].output.safeParse(answer);
        return answered.success ? { ok: true, output: answered.data } : fail('OUTPUT_INVALID', channel);
      } catch (error) {
        log.error('ipc.handler-threw', { channel, name: error instanceof Error ? error.name : typeof error });
        return fail('INTERNAL', channel);
      }
    },
  };

  function handle(channel: Channel, input: unknown): unknown {
    return (handlers[channel] as (input: unknown) => unknown)(input);
  }

  /** As an answer where the call has one that says so: the screen then tells why. */
  function refuseKindly(code: ErrorCode, channel: Channel): CallAnswer {
    const answer = calls[channel].output.safeParse({ ok: false, error: { code } });
    if (!answer.success) return refuse(code, channel);
    log.info('ipc.refused-while-assisted', { code, channel });
    return { ok: true, output: answer.data };
  }

  function refuse(code: ErrorCode, channel?: Channel): CallAnswer {
    log.warn('ipc.refused', { code, channel: channel ?? null });
    return { ok: false, code };
  }

  function fail(code: ErrorCode, channel: Channel): CallAnswer {
    log.error('ipc.failed', { code, channel });
    return { ok: false, code };
  }
}

function isChannel(name: unknown): name is Channel {
  return typeof name === 'string' && Object.hasOwn(calls, name);
}
