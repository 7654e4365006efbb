/**
 * The call for a member of staff. It does not go through the outbox: it is answered now, or the person is told to go
 * to the desk. A call that arrived an hour later would bring somebody to an empty kiosk.
 */
import { v7 as uuidV7 } from 'uuid';
import type { HelpCall } from '../../preload/help-contract.ts';
import type { ScreenName } from '../../preload/screen-names.ts';
import type { Log } from '../log/log.ts';
import type { After } from '../sync/lanes.ts';
import type { HelpCallApi } from '../tenant-api/tenant-api.ts';

export interface HelpDesk {
  read(): HelpCall;
  /** While there is a call, nothing more happens. */
  call(screen: ScreenName): void;
  callOff(): void;
  /** The person has left: nobody need come any more. */
  forget(): void;
}

/** The person sees within that time that somebody is on the way. */
const LOOK_EVERY_SECONDS = 5;

/** One try: `id` is the API's, once it has answered; the key stays the same until it has. */
interface Call {
  readonly key: string;
  id: string | null;
  isCalledOff: boolean;
}

export function createHelpDesk(from: {
  api: HelpCallApi;
  onChange: (state: HelpCall) => void;
  after: After;
  log: Log;
  /** UUID version 7. */
  newId?: () => string;
}): HelpDesk {
  const { api, onChange, after, log, newId = uuidV7 } = from;
  let state: HelpCall = { name: 'none' };
  let current: Call | null = null;
  let stopLooking = () => {};

  return {
    read: () => state,
    call(screen) {
      if (state.name !== 'none' && state.name !== 'failed') return;
      // After a failure nobody knows whether it arrived: the same key makes it the same call.
      current ??= { key: newId(), id: null, isCalledOff: false };
      become({ name: 'calling' });
      void send(current, screen);
    },
    callOff: end,
    forget: end,
  };

  async function send(call: Call, screen: ScreenName): Promise<void> {
    const answer = await api.createHelpCall({ screen, idempotencyKey: call.key });
    if (answer.ok) call.id = answer.value.id;
    if (call.isCalledOff) {
      // It overtook the person's change of mind.
      await takeBack(call);
      return;
    }
    if (!answer.ok) {
      log.info('help.not-called', { code: answer.error.code });
      become({ name: 'failed', error: answer.error });
      return;
    }
    log.info('help.called', { screen });
    show(call, answer.value.state);
  }

  async function look(call: Call): Promise<void> {
    if (call.id === null) return;
    const answer = await api.readHelpCall(call.id);
    if (call.isCalledOff) return;
    // What cannot be seen now has not changed for all that anybody knows; the contract ends it after half an hour.
    if (answer.ok) show(call, answer.value.state);
    else if (answer.error.code === 'API_REFUSED') show(call, 'closed');
    else lookAgain(call);
  }

  function show(call: Call, told: 'waiting' | 'taken' | 'closed'): void {
    if (told === 'closed') {
      current = null;
      become({ name: 'none' });
      return;
    }
    become({ name: told });
    lookAgain(call);
  }

  function lookAgain(call: Call): void {
    stopLooking = after(LOOK_EVERY_SECONDS, () => void look(call));
  }

  function end(): void {
    stopLooking();
    const call = current;
    current = null;
    if (call !== null) {
      call.isCalledOff = true;
      void takeBack(call);
    }
    become({ name: 'none' });
  }

  async function takeBack({ id }: Call): Promise<void> {
    if (id === null) return;
    const answer = await api.deleteHelpCall({ helpCallId: id, idempotencyKey: newId() });
    if (!answer.ok) log.info('help.not-called-off', { code: answer.error.code });
  }

  function become(next: HelpCall): void {
    if (next.name === state.name && next.name !== 'failed') return;
    state = next;
    onChange(state);
  }
}
