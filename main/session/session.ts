/** The session as the rest of main sees it: a snapshot to show, intents to send, and the person's connection to read with. */
import { createActor, type SnapshotFrom } from 'xstate';
import type {
  Access,
  ConfigFault,
  EndReason,
  ErrorCode,
  SessionSnapshot,
  Tenant,
} from '../../preload/contract.ts';
import type { Log } from '../log/log.ts';
import { type AssistedSession, shownAssistance } from './assistance.ts';
import { createSessionMachine, type Hold, type SessionMachineInput } from './session-machine.ts';
import { limitWarningSeconds, paceOf, type SessionTimes } from './times.ts';

export interface Session {
  snapshot(): SessionSnapshot;
  /** The parts that a session needs are there. */
  ready(): void;
  begin(): void;
  activity(): void;
  /** The person needs more time: for the rest of their session, the idle clock runs slower. */
  moreTime(): void;
  chooseAccess(chosen: Partial<Access>): void;
  signedIn(tenant: Tenant): void;
  /** Something began that the end of the session should wait for: bounded, and until it is released. */
  hold(hold: Hold): void;
  /** It is over. After `failed` a person who was leaving stays, to read why. */
  release(id: string, outcome: 'done' | 'failed'): void;
  /** A person who was leaving wants to stay after all. */
  stay(): void;
  /** At once, except for `finished`: that waits for what is held, and breaks it off when it is said again. */
  end(reason: EndReason): void;
  /** Somebody tries to get out, again and again. */
  slowDown(): void;
  /** Whether somebody is there, signed in or not, though a calm screen may hide it at this moment. */
  hasSomebody(): boolean;
  /** Whether somebody is signed in, though a calm screen may hide it at this moment. */
  hasTenant(): boolean;
  /** Until the absolute limit, which staff may put off; 0 when nobody is there. */
  secondsLeft(): number;
  outOfService(code: ErrorCode, faults?: ConfigFault[]): void;
  /** Somebody typed a staff code. Whoever was there before is wiped first. */
  staffEntered(staffId: string): void;
  staffLeft(): void;
  /** A staff member who helps whoever is there. */
  readonly assistance: AssistedSession;
  stop(): void;
}

export function createSession(parts: {
  greeting: Access;
  times: SessionTimes;
  wipe: SessionMachineInput['wipe'];
  onChange: (snapshot: SessionSnapshot) => void;
  log: Log;
}): Session {
  const { greeting, times, onChange, log } = parts;
  const actor = createActor(createSessionMachine({ greeting, times, wipe: parts.wipe }));
  let shown = JSON.stringify(snapshot());

  actor.subscribe(() => {
    const now = snapshot();
    const text = JSON.stringify(now);
    // Every touch restarts the idle clock; the screen has nothing to learn from that.
    if (text === shown) return;
    const before: SessionSnapshot = JSON.parse(shown);
    if (before.state !== now.state) {
      log.info('session.state', { state: now.state });
      if (before.state === 'technician') log.info('staff.left', { staffId: before.staffId });
    }
    shown = text;
    onChange(now);
  });
  actor.start();

  return {
    snapshot,
    ready: () => actor.send({ type: 'READY' }),
    begin: () => actor.send({ type: 'BEGIN' }),
    activity: () => actor.send({ type: 'ACTIVITY' }),
    moreTime: () => actor.send({ type: 'MORE_TIME' }),
    chooseAccess: (chosen) => actor.send({ type: 'ACCESS_CHOSEN', chosen }),
    signedIn: (tenant) => actor.send({ type: 'SIGNED_IN', tenant }),
    hold: (hold) => actor.send({ type: 'HOLD', hold }),
    release: (id, outcome) => actor.send({ type: 'RELEASE', id, outcome }),
    stay: () => actor.send({ type: 'STAY' }),
    end: (reason) => actor.send({ type: 'END', reason }),
    slowDown: () => actor.send({ type: 'SLOW_DOWN' }),
    hasSomebody: () => actor.getSnapshot().matches('present'),
    hasTenant: () => actor.getSnapshot().matches({ present: { person: 'tenant' } }),
    secondsLeft() {
      const machine = actor.getSnapshot();
      if (!machine.matches('present')) return 0;
      return Math.max(0, Math.ceil((machine.context.limitAtMs - performance.now()) / 1_000));
    },
    outOfService: (code, faults = []) => {
      log.error('session.out-of-service', { code, faults: faults.length });
      actor.send({ type: 'OUT_OF_SERVICE', code, faults });
    },
    staffEntered: (staffId) => actor.send({ type: 'STAFF_ENTERED', staffId }),
    staffLeft: () => actor.send({ type: 'STAFF_LEFT' }),
    assistance: {
      current: assistance,
      begin: (assistant) => actor.send({ type: 'ASSISTANCE_BEGUN', assistant }),
      consent: (how) => actor.send({ type: 'CONSENT_ANSWERED', how }),
      handOver: () => actor.send({ type: 'HANDED_OVER' }),
      takeBack: () => actor.send({ type: 'TAKEN_BACK' }),
      pauseClock: (isPaused) => actor.send({ type: 'CLOCK_PAUSED', isPaused }),
      lengthenLimit() {
        const before = actor.getSnapshot().context.longerLimits;
        actor.send({ type: 'LIMIT_LENGTHENED' });
        return actor.getSnapshot().context.longerLimits > before;
      },
      end: (reason) => actor.send({ type: 'ASSISTANCE_ENDED', reason }),
    },
    stop: () => actor.stop(),
  };

  function assistance() {
    const machine = actor.getSnapshot();
    return machine.matches('present') ? machine.context.assistance : null;
  }

  function snapshot(): SessionSnapshot {
    return shownOf(actor.getSnapshot(), times);
  }
}

function shownOf(
  machine: SnapshotFrom<ReturnType<typeof createSessionMachine>>,
  times: SessionTimes,
): SessionSnapshot {
  const { access, tenant, fault, ended, holds, slowedUntilMs, staffId } = machine.context;
  const presence = {
    idleWarningSeconds: machine.matches({ present: { clock: 'warned' } })
      ? times.idleWarningSeconds * paceOf(machine.context)
      : null,
    limitWarningSeconds: machine.matches({ present: { limit: 'announced' } })
      ? limitWarningSeconds(times)
      : null,
    leavingAfter: machine.matches({ present: { way: 'leaving' } }) ? (holds[0]?.reason ?? null) : null,
    assistance: shownAssistance(machine.context.assistance, machine.context.longerLimits),
    assistanceEnded: machine.context.assistanceEnded,
  };

  if (machine.matches('outOfService') && fault) return { access, state: 'outOfService', ...fault };
  if (machine.matches('ending')) return { access, state: 'ending' };
  if (machine.matches('technician') && staffId !== null) {
    return { access, state: 'technician', staffId, outOfServiceCode: fault?.code ?? null };
  }
  const hasTenant = machine.matches({ present: { person: 'tenant' } }) && tenant !== null;
  if (slowedUntilMs !== null && !machine.matches('starting')) {
    const behind = hasTenant ? 'tenant' : machine.matches('present') ? 'signedOut' : 'attract';
    return { access, state: 'slowed', untilMs: slowedUntilMs, behind };
  }
  if (hasTenant) {
    return { access, state: 'tenant', tenant, ...presence };
  }
  if (machine.matches('present')) return { access, state: 'signedOut', ...presence };
  if (machine.matches('attract')) return { access, state: 'attract', ended };
  return { access, state: 'starting' };
}
