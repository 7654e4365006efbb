/**
 * Who is in front of the terminal, as one explicit machine:
 *
 *     starting → attract → present (signedOut → tenant) → ending → attract
 *          any of them → outOfService, through ending when somebody is there
 *     attract, outOfService, or present by way of ending → technician → back to service, or out of it
 *
 * Beside the person run the idle clock (attentive → warned → ending), the absolute limit (within → announced →
 * ending) and the way out. What must not be cut off in the middle (a print, a payment) holds all three up while it
 * lasts, and never for longer than `holdLimitSeconds`. The wipe is what `ending` does, and there is no other way
 * from a person back to the attract screen.
 *
 * Beside the person, too, runs whether a staff member helps (alone → assisted: together ⇄ handedOver). It lies over
 * signedOut and tenant alike and ends with the session at the latest. Whoever they leave with something on the screen
 * is asked whether they are still there.
 *
 * Whoever tries to get out again and again slows the terminal down. That is not a place to be but something that
 * lies over all of it for a while: the person behind it stays where they are, and no clock stops.
 */
import { assign, cancel, fromPromise, not, raise, setup } from 'xstate';
import { type AssistanceEnd, type Consent, LONGER_LIMITS } from '../../preload/assist-contract.ts';
import type {
  Access,
  ConfigFault,
  EndReason,
  ErrorCode,
  HoldReason,
  Tenant,
} from '../../preload/contract.ts';
import {
  ASSISTANCE_IDLE_SECONDS,
  type Assistant,
  type Assisting,
  assisting,
  leavesPersonBehind,
  pausesClock,
} from './assistance.ts';
import {
  FAREWELL_MS,
  LONGER_LIMIT_MINUTES,
  limitWarningSeconds,
  paceOf,
  type SessionTimes,
  WIPE_PATIENCE_MS,
} from './times.ts';

/** Work that goes on by itself and should not be cut off. */
export interface Hold {
  reason: HoldReason;
  /** Tells one print from the next. */
  id: string;
}

/** How long a calm screen stands before whoever tries to break out: longer than one cares to wait for the next try. */
export const SLOWED_SECONDS = 30;

export type SessionEvent =
  | { type: 'READY' }
  | { type: 'BEGIN' }
  | { type: 'ACTIVITY' }
  | { type: 'MORE_TIME' }
  | { type: 'ACCESS_CHOSEN'; chosen: Partial<Access> }
  | { type: 'SIGNED_IN'; tenant: Tenant }
  | { type: 'HOLD'; hold: Hold }
  /** `failed`: there is something to tell the person before they go. */
  | { type: 'RELEASE'; id: string; outcome: 'done' | 'failed' }
  | { type: 'STAY' }
  | { type: 'END'; reason: EndReason }
  | { type: 'SLOW_DOWN' }
  | { type: 'SLOWED_ENOUGH' }
  | { type: 'OUT_OF_SERVICE'; code: ErrorCode; faults: ConfigFault[] }
  | { type: 'ASSISTANCE_BEGUN'; assistant: Assistant }
  | { type: 'CONSENT_ANSWERED'; how: Exclude<Consent, 'asked'> }
  | { type: 'HANDED_OVER' }
  | { type: 'TAKEN_BACK' }
  | { type: 'CLOCK_PAUSED'; isPaused: boolean }
  | { type: 'LIMIT_LENGTHENED' }
  | { type: 'ASSISTANCE_ENDED'; reason: AssistanceEnd }
  | { type: 'STAFF_ENTERED'; staffId: string }
  | { type: 'STAFF_LEFT' };

/** Whoever wants to leave may call off their print; what has become of their money is waited for. */
const BREAKABLE: Readonly<Record<HoldReason, boolean>> = { printing: true, payment: false };

interface Context {
  access: Access;
  tenant: Tenant | null;
  holds: readonly Hold[];
  /** The person asked for more time: for the rest of their session, the clock runs slower. */
  wantsMoreTime: boolean;
  endReason: EndReason | null;
  /** Why the session before ended, while it is still being said. */
  ended: EndReason | null;
  fault: { code: ErrorCode; faults: ConfigFault[] } | null;
  slowedUntilMs: number | null;
  /** Who has entered with a staff code, by the id in the configuration. */
  staffId: string | null;
  assistance: Assisting | null;
  assistanceEnded: AssistanceEnd | null;
  /** How often the absolute limit was put off. */
  longerLimits: number;
  /** By a clock that nobody sets. */
  limitAtMs: number;
}

/** A technician who has walked away leaves nobody a way out of the program. */
const TECHNICIAN_IDLE_SECONDS = 180;

export interface SessionMachineInput {
  /** The access settings that greet everybody; whatever a person chose goes back to them. */
  greeting: Access;
  times: SessionTimes;
  /** Makes every trace of the person go away. The session is over only once it has resolved. */
  wipe: (ended: { reason: EndReason; wasSignedIn: boolean }) => Promise<void>;
}

export function createSessionMachine({ greeting, times, wipe }: SessionMachineInput) {
  const nobody = {
    tenant: null,
    holds: [],
    wantsMoreTime: false,
    endReason: null,
    assistance: null,
    assistanceEnded: null,
    longerLimits: 0,
  } as const satisfies Partial<Context>;
  const backToService = [
    { guard: 'hasFault', target: 'outOfService', actions: 'forgetPerson' },
    { target: 'attract', actions: 'forgetPerson' },
  ] as const;

  return setup({
    types: { context: {} as Context, events: {} as SessionEvent },
    actors: {
      wipe: fromPromise<void, { reason: EndReason; wasSignedIn: boolean }>(({ input }) => wipe(input)),
    },
    delays: {
      untilWarning: ({ context }) =>
        (times.idleTimeoutSeconds - times.idleWarningSeconds) * paceOf(context) * 1_000,
      warning: ({ context }) => times.idleWarningSeconds * paceOf(context) * 1_000,
      idle: times.idleTimeoutSeconds * 1_000,
      slowed: SLOWED_SECONDS * 1_000,
      untilLimitWarning: ({ context }) =>
        Math.max(0, context.limitAtMs - limitWarningSeconds(times) * 1_000 - performance.now()),
      limitWarning: limitWarningSeconds(times) * 1_000,
      holdLimit: times.holdLimitSeconds * 1_000,
      assistanceIdle: ASSISTANCE_IDLE_SECONDS * 1_000,
      technicianIdle: TECHNICIAN_IDLE_SECONDS * 1_000,
      farewell: FAREWELL_MS,
      wipePatience: WIPE_PATIENCE_MS,
    },
    guards: {
      isHeld: ({ context }) => context.holds.length > 0,
      wantsToLeaveWorkBehind: ({ context, event }) => isWishToLeave(event) && context.holds.length > 0,
      wantsToBreakOffMoney: ({ context, event }) =>
        isWishToLeave(event) && context.holds.some(({ reason }) => !BREAKABLE[reason]),
      hasFailed: ({ event }) => event.type === 'RELEASE' && event.outcome === 'failed',
      hasFault: ({ context }) => context.fault !== null,
      staffWaits: ({ context }) => context.staffId !== null,
      isClockPaused: ({ context }) => pausesClock(context.assistance),
      isOwnAccount: ({ context, event }) => isOwnAccount(context, event),
      hasTenant: ({ context }) => context.tenant !== null,
      mayLengthenLimit: ({ context }) => context.assistance !== null && context.longerLimits < LONGER_LIMITS,
      leavesPersonBehind: ({ context, event }) =>
        event.type === 'ASSISTANCE_ENDED' &&
        context.holds.length === 0 &&
        leavesPersonBehind(context.assistance, event.reason),
    },
    actions: {
      /** They are still spoken to in their own language, and in letters that they can read. */
      sayGoodbye: assign(({ context }) => ({
        ...nobody,
        ended: context.tenant || context.endReason === 'interrupted' ? context.endReason : null,
        access: context.tenant || context.endReason === 'interrupted' ? context.access : greeting,
      })),
      forgetPerson: assign({ ...nobody, ended: null, access: greeting, staffId: null }),
      letStaffIn: assign({ ...nobody, ended: null, access: greeting }),
      greetAgain: assign({ ended: null, access: greeting }),
      greetNewcomer: assign(({ context }) =>
        context.ended === null ? {} : { ended: null, access: greeting },
      ),
      chooseAccess: assign(({ context, event }) =>
        event.type === 'ACCESS_CHOSEN' ? { access: { ...context.access, ...event.chosen } } : {},
      ),
      welcomeTenant: assign({
        tenant: ({ event, context }) => (event.type === 'SIGNED_IN' ? event.tenant : context.tenant),
      }),
      takeHold: assign({
        holds: ({ event, context }) =>
          event.type === 'HOLD' ? [...without(context.holds, event.hold.id), event.hold] : context.holds,
      }),
      letGo: assign({
        holds: ({ event, context }) =>
          event.type === 'RELEASE' ? without(context.holds, event.id) : context.holds,
      }),
      // What could not be wiped must not meet the next person.
      noteWipeFailed: assign({ fault: { code: 'WIPE_FAILED' as const, faults: [] } }),
      slowDown: assign({ wantsMoreTime: true }),
      startLimit: assign({ limitAtMs: () => performance.now() + times.absoluteLimitMinutes * 60_000 }),
      lengthenLimit: assign(({ context }) => ({
        limitAtMs: context.limitAtMs + LONGER_LIMIT_MINUTES * 60_000,
        longerLimits: context.longerLimits + 1,
      })),
      beginAssistance: assign(({ event }) =>
        event.type === 'ASSISTANCE_BEGUN'
          ? { assistance: assisting(event.assistant), assistanceEnded: null }
          : {},
      ),
      endAssistance: assign(({ event }) =>
        event.type === 'ASSISTANCE_ENDED' ? { assistance: null, assistanceEnded: event.reason } : {},
      ),
      changeAssistance: assign(({ context, event }) => ({
        assistance: context.assistance && changed(context.assistance, event),
      })),
      noteReason: assign({
        endReason: ({ event }) => (event.type === 'END' ? event.reason : 'finished'),
      }),
      noteStaff: assign({
        staffId: ({ event, context }) => (event.type === 'STAFF_ENTERED' ? event.staffId : context.staffId),
      }),
      noteFault: assign({
        fault: ({ event, context }) =>
          event.type === 'OUT_OF_SERVICE' ? { code: event.code, faults: event.faults } : context.fault,
      }),
    },
  }).createMachine({
    id: 'session',
    context: {
      ...nobody,
      access: greeting,
      ended: null,
      fault: null,
      slowedUntilMs: null,
      staffId: null,
      limitAtMs: 0,
    },
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
          STAFF_ENTERED: { target: 'technician', actions: ['noteStaff', 'letStaffIn'] },
          BEGIN: { target: 'present', actions: 'greetNewcomer' },
          ACCESS_CHOSEN: {
            target: '.greeting',
            reenter: true,
            actions: ['greetNewcomer', 'chooseAccess'],
          },
        },
        after: { farewell: { actions: 'greetNewcomer' } },
        states: {
          // A language chosen by somebody who then walked away does not greet the next person.
          greeting: { after: { idle: { actions: 'greetAgain' } } },
        },
      },
      present: {
        type: 'parallel',
        // An event that a state of one region handles is still seen by the others, but not by this parallel state.
        states: {
          person: {
            initial: 'signedOut',
            on: { ACCESS_CHOSEN: { actions: 'chooseAccess' } },
            states: {
              signedOut: { on: { SIGNED_IN: { target: 'tenant', actions: 'welcomeTenant' } } },
              tenant: {},
            },
          },
          assistance: {
            initial: 'alone',
            states: {
              alone: {
                on: {
                  ASSISTANCE_BEGUN: {
                    guard: not('isOwnAccount'),
                    target: 'assisted',
                    actions: 'beginAssistance',
                  },
                },
              },
              assisted: {
                initial: 'together',
                on: {
                  ASSISTANCE_BEGUN: {
                    guard: not('isOwnAccount'),
                    target: 'assisted',
                    reenter: true,
                    actions: 'beginAssistance',
                  },
                  ASSISTANCE_ENDED: { target: 'alone', actions: 'endAssistance' },
                  CONSENT_ANSWERED: { guard: 'hasTenant', actions: 'changeAssistance' },
                  CLOCK_PAUSED: { actions: 'changeAssistance' },
                  // It was nobody's consent, or another person's.
                  SIGNED_IN: [
                    {
                      guard: 'isOwnAccount',
                      actions: raise({ type: 'ASSISTANCE_ENDED', reason: 'ownAccount' }),
                    },
                    { actions: 'changeAssistance' },
                  ],
                },
                states: {
                  together: {
                    on: {
                      ACTIVITY: { target: 'together', reenter: true },
                      HANDED_OVER: { target: 'handedOver', actions: 'changeAssistance' },
                    },
                    after: {
                      assistanceIdle: { actions: raise({ type: 'ASSISTANCE_ENDED', reason: 'idle' }) },
                    },
                  },
                  handedOver: { on: { TAKEN_BACK: { target: 'together', actions: 'changeAssistance' } } },
                },
              },
            },
          },
          work: { on: { HOLD: { actions: 'takeHold' }, RELEASE: { actions: 'letGo' } } },
          clock: {
            initial: 'attentive',
            on: {
              ACTIVITY: { target: '.attentive' },
              SIGNED_IN: { target: '.attentive' },
              ACCESS_CHOSEN: { target: '.attentive' },
              MORE_TIME: { target: '.attentive', actions: 'slowDown' },
              // The paper is there, or it is not coming: time to take it, or to read why.
              RELEASE: { target: '.attentive' },
              CLOCK_PAUSED: { target: '.attentive' },
              ASSISTANCE_ENDED: [
                { guard: 'leavesPersonBehind', target: '.warned' },
                { target: '.attentive' },
              ],
            },
            states: {
              attentive: {
                after: {
                  untilWarning: [
                    { guard: 'isHeld', target: 'held' },
                    { guard: 'isClockPaused', target: 'attentive', reenter: true },
                    { target: 'warned' },
                  ],
                },
              },
              // Whoever waits for their paper is there, though they touch nothing.
              held: { after: { holdLimit: 'warned' } },
              warned: {
                after: {
                  warning: { target: '#session.ending', actions: assign({ endReason: 'idle' as const }) },
                },
              },
            },
          },
          limit: {
            initial: 'within',
            entry: 'startLimit',
            on: {
              LIMIT_LENGTHENED: { guard: 'mayLengthenLimit', target: '.within', actions: 'lengthenLimit' },
            },
            states: {
              within: { after: { untilLimitWarning: 'announced' } },
              announced: { after: { limitWarning: 'reached' } },
              reached: {
                always: {
                  guard: not('isHeld'),
                  target: '#session.ending',
                  actions: assign({ endReason: 'absoluteLimit' as const }),
                },
                after: {
                  holdLimit: {
                    target: '#session.ending',
                    actions: assign({ endReason: 'absoluteLimit' as const }),
                  },
                },
              },
            },
          },
          way: {
            initial: 'staying',
            on: {
              END: { target: '#session.ending', actions: 'noteReason' },
              OUT_OF_SERVICE: { target: '#session.ending', actions: 'noteFault' },
              STAFF_ENTERED: { target: '#session.ending', actions: ['noteReason', 'noteStaff'] },
            },
            states: {
              staying: { on: { END: { guard: 'wantsToLeaveWorkBehind', target: 'leaving' } } },
              // Asked for, and waiting for what is not finished. Asked for once more, it is called off.
              leaving: {
                on: {
                  END: { guard: 'wantsToBreakOffMoney' },
                  STAY: 'staying',
                  RELEASE: { guard: 'hasFailed', target: 'staying' },
                },
                always: { guard: not('isHeld'), target: '#session.ending', actions: 'noteReason' },
                after: { holdLimit: { target: '#session.ending', actions: 'noteReason' } },
              },
            },
          },
        },
      },
      ending: {
        on: { OUT_OF_SERVICE: { actions: 'noteFault' } },
        invoke: {
          src: 'wipe',
          input: ({ context }) => ({
            reason: context.endReason ?? 'finished',
            wasSignedIn: context.tenant !== null,
          }),
          onDone: [
            { guard: 'staffWaits', target: 'technician', actions: 'letStaffIn' },
            { guard: 'hasFault', target: 'outOfService', actions: 'forgetPerson' },
            { target: 'attract', actions: 'sayGoodbye' },
          ],
          onError: { target: 'outOfService', actions: ['forgetPerson', 'noteWipeFailed'] },
        },
        after: {
          wipePatience: { target: 'outOfService', actions: ['forgetPerson', 'noteWipeFailed'] },
        },
      },
      technician: {
        on: {
          ACTIVITY: { target: 'technician', reenter: true },
          ACCESS_CHOSEN: { actions: 'chooseAccess' },
          STAFF_LEFT: backToService,
          // Whoever looks for the fault is not sent away by the next one.
          OUT_OF_SERVICE: { actions: 'noteFault' },
        },
        after: { technicianIdle: backToService },
      },
      outOfService: {
        on: {
          OUT_OF_SERVICE: { actions: 'noteFault' },
          STAFF_ENTERED: { target: 'technician', actions: 'noteStaff' },
        },
      },
    },
  });
}

function isWishToLeave(event: SessionEvent): boolean {
  return event.type === 'END' && event.reason === 'finished';
}

function without(holds: readonly Hold[], id: string): Hold[] {
  return holds.filter((hold) => hold.id !== id);
}

function isOwnAccount(context: Context, event: SessionEvent): boolean {
  switch (event.type) {
    case 'ASSISTANCE_BEGUN':
      return context.tenant !== null && event.assistant.tenantNumbers.includes(context.tenant.number);
    case 'SIGNED_IN':
      return context.assistance?.tenantNumbers.includes(event.tenant.number) ?? false;
    default:
      return false;
  }
}

function changed(assistance: Assisting, event: SessionEvent): Assisting {
  switch (event.type) {
    case 'CONSENT_ANSWERED':
      return { ...assistance, consent: event.how };
    case 'SIGNED_IN':
      return { ...assistance, consent: 'asked' };
    case 'HANDED_OVER':
      return { ...assistance, isHandedOver: true };
    case 'TAKEN_BACK':
      return { ...assistance, isHandedOver: false };
    case 'CLOCK_PAUSED':
      return { ...assistance, isClockPaused: event.isPaused };
    default:
      return assistance;
  }
}
