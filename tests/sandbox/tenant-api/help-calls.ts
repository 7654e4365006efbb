import { type Clock, instantOf } from './clock.ts';

/** Who waits at a kiosk for a member of staff, as the desk sees it. */
export interface HelpCalls {
  /** Those that are not over, the longest waiting first. */
  readonly open: readonly HelpCall[];
  /** While one is open at this kiosk, it is the same one. */
  create(kioskId: string, screen: string): HelpCall;
  /** Null when there is none, or when it is another kiosk's. */
  find(helpCallId: string, kioskId: string): HelpCall | null;
  /** False when somebody else was first, or it is over. */
  take(helpCallId: string): boolean;
  close(helpCallId: string): void;
}

export interface HelpCall {
  readonly id: string;
  readonly kioskId: string;
  readonly screen: string;
  readonly calledAt: string;
  readonly state: 'waiting' | 'taken' | 'closed';
}

/** "One that nobody closes is over after half an hour", says the contract. */
const OVER_AFTER_MS = 30 * 60_000;

type Kept = { -readonly [Key in keyof HelpCall]: HelpCall[Key] } & { calledAtMilliseconds: number };

export function createHelpCalls(clock: Clock): HelpCalls {
  const calls: Kept[] = [];

  return {
    get open() {
      return calls.filter((call) => stateOf(call) !== 'closed').map(shown);
    },
    create(kioskId, screen) {
      const standing = calls.find((call) => call.kioskId === kioskId && stateOf(call) !== 'closed');
      if (standing) return shown(standing);
      const calledAtMilliseconds = clock.nowMilliseconds();
      const call: Kept = {
        id: `help-${calls.length + 1}`,
        kioskId,
        screen,
        calledAt: instantOf(calledAtMilliseconds),
        calledAtMilliseconds,
        state: 'waiting',
      };
      calls.push(call);
      return shown(call);
    },
    find(helpCallId, kioskId) {
      const call = calls.find(({ id }) => id === helpCallId);
      return call?.kioskId === kioskId ? shown(call) : null;
    },
    take(helpCallId) {
      const call = calls.find(({ id }) => id === helpCallId);
      if (!call || stateOf(call) !== 'waiting') return false;
      call.state = 'taken';
      return true;
    },
    close(helpCallId) {
      for (const call of calls) if (call.id === helpCallId) call.state = 'closed';
    },
  };

  function shown(call: Kept): HelpCall {
    const { id, kioskId, screen, calledAt } = call;
    return { id, kioskId, screen, calledAt, state: stateOf(call) };
  }

  function stateOf({ state, calledAtMilliseconds }: Kept): HelpCall['state'] {
    return clock.nowMilliseconds() - calledAtMilliseconds >= OVER_AFTER_MS ? 'closed' : state;
  }
}
