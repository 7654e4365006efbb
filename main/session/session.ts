/** The session as the rest of main sees it: a snapshot to show, intents to send, and the person's connection to read with. */
import { createActor, type SnapshotFrom } from 'xstate';
import type { Access, ConfigFault, ErrorCode, SessionSnapshot, Tenant } from '../../preload/contract.ts';
import type { Log } from '../log/log.ts';
import {
  createSessionMachine,
  type EndReason,
  type SessionMachineInput,
  type SessionTimes,
} from './session-machine.ts';

export interface Session {
  snapshot(): SessionSnapshot;
  /** The parts that a session needs are there. */
  ready(): void;
  begin(): void;
  activity(): void;
  chooseAccess(chosen: Partial<Access>): void;
  signedIn(tenant: Tenant): void;
  end(reason: EndReason): void;
  /** Somebody tries to get out, again and again. */
  slowDown(): void;
  /** Whether somebody is signed in, though a calm screen may hide it at this moment. */
  hasTenant(): boolean;
  outOfService(code: ErrorCode, faults?: ConfigFault[]): void;
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
    if (JSON.parse(shown).state !== now.state) log.info('session.state', { state: now.state });
    shown = text;
    onChange(now);
  });
  actor.start();

  return {
    snapshot,
    ready: () => actor.send({ type: 'READY' }),
    begin: () => actor.send({ type: 'BEGIN' }),
    activity: () => actor.send({ type: 'ACTIVITY' }),
    chooseAccess: (chosen) =>
      actor.send({
        type: 'ACCESS_CHOSEN',
        access: { ...actor.getSnapshot().context.access, ...chosen },
      }),
    signedIn: (tenant) => actor.send({ type: 'SIGNED_IN', tenant }),
    end: (reason) => actor.send({ type: 'END', reason }),
    slowDown: () => actor.send({ type: 'SLOW_DOWN' }),
    hasTenant: () => actor.getSnapshot().matches({ present: { person: 'tenant' } }),
    outOfService: (code, faults = []) => {
      log.error('session.out-of-service', { code, faults: faults.length });
      actor.send({ type: 'OUT_OF_SERVICE', code, faults });
    },
    stop: () => actor.stop(),
  };

  function snapshot(): SessionSnapshot {
    return shownOf(actor.getSnapshot(), times);
  }
}

function shownOf(
  machine: SnapshotFrom<ReturnType<typeof createSessionMachine>>,
  times: SessionTimes,
): SessionSnapshot {
  const { access, tenant, fault, slowedUntilMs } = machine.context;
  const idleWarningSeconds = machine.matches({ present: { clock: 'warned' } })
    ? times.idleWarningSeconds
    : null;

  if (machine.matches('outOfService') && fault) return { access, state: 'outOfService', ...fault };
  if (machine.matches('ending')) return { access, state: 'ending' };
  const hasTenant = machine.matches({ present: { person: 'tenant' } }) && tenant !== null;
  if (slowedUntilMs !== null && !machine.matches('starting')) {
    const behind = hasTenant ? 'tenant' : machine.matches('present') ? 'signedOut' : 'attract';
    return { access, state: 'slowed', untilMs: slowedUntilMs, behind };
  }
  if (hasTenant) {
    return { access, state: 'tenant', tenant, idleWarningSeconds };
  }
  if (machine.matches('present')) return { access, state: 'signedOut', idleWarningSeconds };
  if (machine.matches('attract')) return { access, state: 'attract' };
  return { access, state: 'starting' };
}
