/**
 * Who is in front of the terminal, as one explicit machine:
 *
 *     starting → attract → present (signedOut → tenant) → ending → attract
 *          any of them → outOfService
 *
 * Beside the person runs the idle clock: attentive → warned → ending. The wipe is what `ending` does, and there
 * is no other way from a person back to the attract screen.
 *
 * Whoever tries to get out again and again slows the terminal down. That is not a place to be but something that
 * lies over all of it for a while: the person behind it stays where they are, and no clock stops.
 */
import { assign, cancel, fromPromise, raise, setup } from 'xstate';
import type { Access, ConfigFault, ErrorCode, Tenant } from '../../preload/contract.ts';

export type EndReason = 'finished' | 'idle' | 'absoluteLimit' | 'sessionOver';

/** How long a calm screen stands before whoever tries to break out: longer than one cares to wait for the next try. */
export const SLOWED_SECONDS = 30;

export type SessionEvent =
  | { type: 'READY' }
  | { type: 'BEGIN' }
  | { type: 'ACTIVITY' }
  | { type: 'ACCESS_CHOSEN'; access: Access }
  | { type: 'SIGNED_IN'; tenant: Tenant }
  | { type: 'END'; reason: EndReason }
  | { type: 'SLOW_DOWN' }
  | { type: 'SLOWED_ENOUGH' }
  | { type: 'OUT_OF_SERVICE'; code: ErrorCode; faults: ConfigFault[] };

export interface SessionTimes {
  idleTimeoutSeconds: number;
  idleWarningSeconds: number;
  absoluteLimitMinutes: number;
}

interface Context {
  greeting: Access;
  access: Access;
  tenant: Tenant | null;
  endReason: EndReason | null;
  fault: { code: ErrorCode; faults: ConfigFault[] } | null;
  slowedUntilMs: number | null;
}

export interface SessionMachineInput {
  /** The access settings that greet everybody; whatever a person chose goes back to them. */
  greeting: Access;
  times: SessionTimes;
  /** Makes every trace of the person go away. The session is over only once it has resolved. */
  wipe: (ended: { reason: EndReason; wasSignedIn: boolean }) => Promise<void>;
}

export function createSessionMachine({ greeting, times, wipe }: SessionMachineInput) {
  return setup({
    types: { context: {} as Context, events: {} as SessionEvent },
    actors: {
      wipe: fromPromise<void, { reason: EndReason; wasSignedIn: boolean }>(({ input }) => wipe(input)),
    },
    delays: {
      untilWarning: (times.idleTimeoutSeconds - times.idleWarningSeconds) * 1_000,
      warning: times.idleWarningSeconds * 1_000,
      idle: times.idleTimeoutSeconds * 1_000,
      absoluteLimit: times.absoluteLimitMinutes * 60_000,
      slowed: SLOWED_SECONDS * 1_000,
    },
    actions: {
      forgetPerson: assign({ access: greeting, tenant: null, endReason: null }),
      greetAgain: assign({ access: greeting }),
      chooseAccess: assign({
        access: ({ event, context }) => (event.type === 'ACCESS_CHOSEN' ? event.access : context.access),
      }),
      welcomeTenant: assign({
        tenant: ({ event, context }) => (event.type === 'SIGNED_IN' ? event.tenant : context.tenant),
      }),
      noteReason: assign({
        endReason: ({ event }) => (event.type === 'END' ? event.reason : 'finished'),
      }),
      noteFault: assign({
        fault: ({ event, context }) =>
          event.type === 'OUT_OF_SERVICE' ? { code: event.code, faults: event.faults } : context.fault,
      }),
    },
  }).createMachine({
    id: 'session',
    context: { greeting, access: greeting, tenant: null, endReason: null, fault: null, slowedUntilMs: null },
    initial: 'starting',
    on: {
      OUT_OF_SERVICE: { target: '.outOfService', actions: ['forgetPerson', 'noteFault'] },
      SLOW_DOWN: {
        actions: [
          assign({ slowedUntilMs: () => Date.now() + SLOWED_SECONDS * 1_000 }),
          cancel('slowed'),
          raise({ type: 'SLOWED_ENOUGH' }, { id: 'slowed', delay: 'slowed' }),
        ],
      },
      SLOWED_ENOUGH: { actions: assign({ slowedUntilMs: null }) },
    },
    states: {
      starting: { on: { READY: 'attract' } },
      attract: {
        initial: 'greeting',
        on: {
          BEGIN: 'present',
          ACCESS_CHOSEN: { target: '.greeting', reenter: true, actions: 'chooseAccess' },
        },
        states: {
          // A language chosen by somebody who then walked away does not greet the next person.
          greeting: { after: { idle: { actions: 'greetAgain' } } },
        },
      },
      present: {
        type: 'parallel',
        on: {
          END: { target: 'ending', actions: 'noteReason' },
          ACCESS_CHOSEN: { actions: 'chooseAccess' },
        },
        after: {
          absoluteLimit: { target: 'ending', actions: assign({ endReason: 'absoluteLimit' as const }) },
        },
        states: {
          person: {
            initial: 'signedOut',
            states: {
              signedOut: { on: { SIGNED_IN: { target: 'tenant', actions: 'welcomeTenant' } } },
              tenant: {},
            },
          },
          clock: {
            initial: 'attentive',
            states: {
              attentive: {
                on: {
                  ACTIVITY: { target: 'attentive', reenter: true },
                  SIGNED_IN: { target: 'attentive', reenter: true },
                },
                after: { untilWarning: 'warned' },
              },
              warned: {
                on: { ACTIVITY: 'attentive', SIGNED_IN: 'attentive' },
                after: {
                  warning: { target: '#session.ending', actions: assign({ endReason: 'idle' as const }) },
                },
              },
            },
          },
        },
      },
      ending: {
        invoke: {
          src: 'wipe',
          input: ({ context }) => ({
            reason: context.endReason ?? 'finished',
            wasSignedIn: context.tenant !== null,
          }),
          onDone: { target: 'attract', actions: 'forgetPerson' },
          // What could not be wiped must not meet the next person.
          onError: {
            target: 'outOfService',
            actions: ['forgetPerson', assign({ fault: { code: 'INTERNAL' as const, faults: [] } })],
          },
        },
      },
      outOfService: { on: { OUT_OF_SERVICE: { actions: 'noteFault' } } },
    },
  });
}
