/**
 * The outbox: what a person does here is on disk before they are told "enregistré", and is handed to the central
 * API once, whatever happens in between: a cut line, a slow API, a power cut.
 *
 * Exactly once in effect, because the row's id is the idempotency key of every try, and a row is settled only by
 * the API's own answer.
 */
import { v7 as uuidV7 } from 'uuid';
import type { Delivery, Result } from '../../preload/contract.ts';
import type { Log } from '../log/log.ts';
import type { Sealing } from '../secrets/sealing.ts';
import { HEALTH_REPORT } from '../store/health-report-row.ts';
import {
  type OutboxRepository,
  type OutboxRowState,
  type PendingOutboxRow,
  REFUSED_TOKENS,
} from '../store/outbox-repository.ts';
import type { DepositApi, DepositOutcome } from '../tenant-api/tenant-api.ts';
import { type AcknowledgedRow, createAcknowledgements } from './acknowledgements.ts';
import { afterSeconds } from './after-seconds.ts';
import { sealParts } from './attachment.ts';
import { LONGEST_ASKED_SECONDS } from './backoff.ts';
import { createCircuit } from './circuit.ts';
import { createHealthReportDelivery } from './health-report-delivery.ts';
import { isOutboxKind, type KindOfThisMachine, kinds, type OutboxKind, type OutboxPayload } from './kinds.ts';
import { type After, createLanes, type Step, tryAgain } from './lanes.ts';
import { createNextRows } from './next-rows.ts';
import { isSealedHere, openDeposit, sealDeposit, signAgain } from './sealed-deposit.ts';

/**
 * What belongs to one of these goes one after the other: a tenant's wishes, all that is about an account, what this
 * machine says of itself. What comes from nobody who is known waits for nothing.
 */
type Lane = { tenantId: string } | { accountId: string } | MachineLane | { isOnItsOwn: true };
type MachineLane = { machine: 'audit' | 'health' };

/** What the API has not taken. */
export interface UnsettledWish {
  deliveryId: string;
  kind: OutboxKind;
  /** `refused`: for staff to see to. */
  state: 'pending' | 'refused';
  /** Milliseconds since 1970. */
  savedAt: number;
}

/** A person's wish carries their deposit token. What this machine reports by itself has an id already. */
export type Wish = {
  [K in OutboxKind]: {
    kind: K;
    payload: OutboxPayload<K>;
    /** Ids of what the API must have taken before it hears of this: the documents that a request cites. */
    needs?: readonly string[];
    /** What goes with it and is too large for a payload. */
    attachment?: Uint8Array;
  } & Lane &
    (K extends KindOfThisMachine ? { deliveryId: string } : { depositToken: string });
}[OutboxKind];

/** A wish that is on no disk yet. */
export interface PreparedWish {
  readonly deliveryId: string;
  /** For within a transaction of the caller's: the wish is on disk with whatever else that one writes. */
  add(): Result<void>;
  /** For after it: delivering begins. */
  begin(): void;
}

export interface Outbox {
  /** Takes up what an earlier run left. STORE_UNAVAILABLE when it cannot be read. */
  start(): Result<void>;
  /**
   * Answers ok once the wish is on disk, synced. Delivering begins by itself.
   * STORE_UNAVAILABLE: nothing was kept. INPUT_INVALID: not what this kind of wish looks like.
   */
  enqueue(wish: Wish): Result<{ deliveryId: string }>;
  /** For a wish that has to be on disk together with something else. INPUT_INVALID like `enqueue`. */
  prepare(wish: Wish): Result<PreparedWish>;
  /** Takes up what waits and was hidden until now. STORE_UNAVAILABLE likewise. */
  lookAgain(): Result<void>;
  /**
   * Somebody has signed in again: what they handed in before goes with the token of today, at once, and so does what
   * the API refused for its token alone. A disk that does not do it is told by the log.
   */
  signAgain(whose: { tenantId: string; depositToken: string }): void;
  /** What became of a wish; null when there is none, or none any more. */
  stateOf(deliveryId: string): Result<OutboxRowState | null>;
  /** What a tenant did here, now or before, and the API has not taken; the newest first. */
  unsettledOf(whose: { tenantId: string; accountIds: readonly string[] }): Result<UnsettledWish[]>;
  /** The network is back: tries at once what waits, except where the API asked to wait. */
  wake(): void;
  /** There is something to deliver in this lane that nobody has handed in just now. */
  resume(lane: string): void;
  /** Whether something is on its way to the API at this moment, but for a health report. */
  isDelivering(): boolean;
  /** No try is begun any more; resolves when those under way have ended. */
  stop(): Promise<void>;
}

/** Delivered rows hold no content any more; they are kept for so long to answer "was it sent?". */
const DELIVERED_KEPT_DAYS = 30;

/** Another program holds the database, for less than that as a rule. */
const LOOK_AGAIN_SECONDS = 10;

const SECONDS_A_DAY = 86_400;

export function createOutbox(options: {
  rows: OutboxRepository;
  sealing: Sealing;
  api: DepositApi;
  log: Log;
  /**
   * Told of every wish but a health report, also of those left by earlier sessions: match `deliveryId` before showing
   * it to anybody.
   */
  onChange: (change: Delivery) => void;
  /** What waited was sealed with a key that this machine has no more: it is kept aside. */
  onKeyReplaced?: () => void;
  /** Milliseconds since 1970. */
  now?: () => number;
  newId?: () => string;
  random?: () => number;
  after?: After;
  /** A clock that nobody sets. */
  monotonicSeconds?: () => number;
}): Outbox {
  const { rows, sealing, api, log, onChange, onKeyReplaced = () => undefined } = options;
  const { now = Date.now, newId = uuidV7, random = Math.random, after = afterSeconds } = options;
  const { monotonicSeconds = () => performance.now() / 1_000 } = options;
  const circuit = createCircuit({
    after,
    random,
    monotonicSeconds,
    onRoom: () => lanes.startQueued(),
    onBack: (seconds) => lanes.spread(seconds),
  });
  const healthLane = laneOf({ machine: 'health' });
  const isPatient = (lane: string) => lane === healthLane;
  const lanes = createLanes({ advance, isPatient, atOnce: circuit.lanesAtOnce, after, random, log });
  const nextRows = createNextRows(rows);
  const acknowledgements = createAcknowledgements({ rows, after, onWritten: tellDelivered });
  const healthReports = createHealthReportDelivery({ rows, circuit, acknowledge, log });
  let callOffPruning = () => {};
  let callOffTakingUp = () => {};

  return {
    start() {
      pruneDaily();
      keepAsideUnderAnotherKey();
      readAgain();
      return takeUp(0);
    },

    enqueue(wish) {
      const prepared = prepare(wish);
      if (!prepared.ok) return prepared;
      const added = prepared.value.add();
      if (!added.ok) return added;
      prepared.value.begin();
      return { ok: true, value: { deliveryId: prepared.value.deliveryId } };
    },

    prepare,

    lookAgain: () => takeUp(0),

    signAgain({ tenantId, depositToken }) {
      const lane = laneOf({ tenantId });
      const found = rows.toSignAgain(lane);
      if (!found.ok) return;
      const signed = found.value.flatMap(({ deliveryId, kind, ...row }) => {
        const sealed = signAgain(sealing, { deliveryId, kind, ...row }, depositToken);
        return sealed === null ? [] : [{ deliveryId, kind, sealed }];
      });
      if (signed.length === 0 || !rows.signAgain(signed).ok) return;
      for (const { deliveryId, kind } of signed) log.info('sync.signed-again', { deliveryId, kind });
      resume(lane);
    },

    stateOf: rows.stateOf,

    unsettledOf({ tenantId, accountIds }) {
      const lanesOfAccounts = accountIds.map((accountId) => laneOf({ accountId }));
      const found = rows.unsettledIn([laneOf({ tenantId }), ...lanesOfAccounts]);
      if (!found.ok) return found;
      const wishes = found.value.flatMap(({ deliveryId, kind, state, enqueuedAt }) =>
        // Of another version of the program.
        isOutboxKind(kind)
          ? [
              {
                deliveryId,
                kind,
                state: state === 'pending' ? state : ('refused' as const),
                savedAt: enqueuedAt,
              },
            ]
          : [],
      );
      return { ok: true, value: wishes };
    },

    wake: circuit.isBack,

    resume,

    isDelivering: lanes.isBusy,

    async stop() {
      callOffPruning();
      callOffTakingUp();
      circuit.stop();
      await lanes.stop();
      acknowledgements.write();
      acknowledgements.stop();
    },
  };

  /** What an earlier run left, a little at a time: after a long outage it may be very much. */
  function takeUp(beyond: number): Result<void> {
    const pending = rows.pendingLanes(beyond);
    if (!pending.ok) return pending;
    const { lanes: found, goOnAfter } = pending.value;
    for (const lane of found) resume(lane);
    if (goOnAfter !== null) takeUpRest(goOnAfter, 0);
    return { ok: true, value: undefined };
  }

  function takeUpRest(goOnAfter: number, inSeconds: number): void {
    callOffTakingUp = after(inSeconds, () => {
      if (!takeUp(goOnAfter).ok) takeUpRest(goOnAfter, LOOK_AGAIN_SECONDS);
    });
  }

  function prepare(wish: Wish): Result<PreparedWish> {
    const { kind, payload, needs = [], attachment } = wish;
    const checked = kinds[kind].payload.safeParse(payload);
    if (!checked.success) return { ok: false, error: { code: 'INPUT_INVALID' } };

    const deliveryId = 'deliveryId' in wish ? wish.deliveryId : newId();
    const depositToken = 'depositToken' in wish ? wish.depositToken : null;
    const row = { deliveryId, kind, lane: laneOf('isOnItsOwn' in wish ? { deliveryId } : wish) };
    const sealed = sealDeposit(sealing, row, { depositToken, payload: checked.data });
    const parts = attachment ? sealParts(sealing, row, attachment) : [];
    return {
      ok: true,
      value: {
        deliveryId,
        add: () =>
          kind === HEALTH_REPORT
            ? healthReports.add({ ...row, sealed, enqueuedAt: now() })
            : rows.add({ ...row, sealed, enqueuedAt: now(), needs, parts }),
        begin() {
          log.info('sync.saved', { deliveryId, kind });
          tell({ deliveryId, kind, state: 'saved' });
          // It may come before what was to be next.
          resume(row.lane);
        },
      },
    };
  }

  function laneOf(
    whose: { tenantId: string } | { accountId: string } | MachineLane | { deliveryId: string },
  ): string {
    if ('machine' in whose) return sealing.fingerprint('outbox-machine-lane', whose.machine);
    if ('accountId' in whose) return sealing.fingerprint('outbox-account-lane', whose.accountId);
    if ('tenantId' in whose) return sealing.fingerprint('outbox-lane', whose.tenantId);
    return sealing.fingerprint('outbox-own-lane', whose.deliveryId);
  }

  async function advance(lane: string): Promise<Step> {
    let step: Step | null = null;
    try {
      step = await advanceByOne(lane);
      return step;
    } finally {
      // The same row is the next one again.
      if (step?.step !== 'went-on') nextRows.forget(lane);
    }
  }

  async function advanceByOne(lane: string): Promise<Step> {
    const next = nextRows.take(lane) ?? readNext(lane);
    if (!next.ok) return tryAgain(0);
    const row = next.value;
    // What is needed resumes this lane when it is settled.
    if (row === null || row.needs === 'pending') return { step: 'lane-rests' };
    if (row.needs === 'lost') return giveUp(row);

    const deliver = openDeposit(sealing, row, rows);
    if (deliver === null) return setAside(row);
    return row.kind === HEALTH_REPORT
      ? healthReports.handOver(row, () => deliver(api))
      : settle(row, await deliver(api));
  }

  /** What the API has acknowledged is out of the way first. */
  function readNext(lane: string): Result<PendingOutboxRow | null> {
    const written = acknowledgements.write();
    return written.ok ? nextRows.read(lane) : written;
  }

  function resume(lane: string): void {
    nextRows.forget(lane);
    lanes.resume(lane);
  }

  function settle(row: PendingOutboxRow, outcome: DepositOutcome): Step {
    const { deliveryId, kind } = row;
    const tries = row.attempts + 1;
    switch (outcome.outcome) {
      case 'delivered':
        return acknowledge(row);
      case 'refused': {
        circuit.answered();
        if (REFUSED_TOKENS.includes(outcome.problemCode) && isSignedSince(row)) return { step: 'went-on' };
        if (!rows.markRefused(deliveryId, outcome.problemCode, now()).ok) return tryAgain(tries);
        log.warn('sync.refused', { deliveryId, kind, tries, problem: outcome.problemCode });
        onChange({ deliveryId, state: 'refused' });
        return wentOn(deliveryId);
      }
      case 'later': {
        // Not counted on a disk that is full: the lane counts in memory too.
        rows.countAttempt(deliveryId);
        const { code, retryAfterSeconds = 0 } = outcome.error;
        log.info('sync.not-delivered', { deliveryId, kind, tries, code });
        if (retryAfterSeconds > LONGEST_ASKED_SECONDS) log.warn('sync.wait-shortened', { retryAfterSeconds });
        if (code === 'STORE_UNAVAILABLE') return tryAgain(tries);
        // Said to this one wish, and without asking for time, it says nothing about the others.
        if (code !== 'API_REFUSED' || retryAfterSeconds > 0) circuit.failed(retryAfterSeconds);
        return tryAgain(tries, retryAfterSeconds);
      }
      case 'unreadable':
        return setAside(row);
    }
  }

  /** Whoever signed it has signed in while it was on its way: it lies there with the token of today. */
  function isSignedSince({ deliveryId, lane, sealed }: PendingOutboxRow): boolean {
    const next = readNext(lane);
    nextRows.forget(lane);
    return (
      next.ok && next.value?.deliveryId === deliveryId && Buffer.compare(next.value.sealed, sealed) !== 0
    );
  }

  function acknowledge(row: PendingOutboxRow): Step {
    circuit.answered();
    acknowledgements.add({ ...row, at: now() });
    return { step: 'went-on' };
  }

  function tellDelivered(row: AcknowledgedRow): void {
    const { deliveryId, kind, attempts } = row;
    log.info('sync.delivered', { deliveryId, kind, tries: attempts + 1, waitedSeconds: waitedSeconds(row) });
    tell({ deliveryId, kind, state: 'transmitted' });
    wentOn(deliveryId);
  }

  /** Nothing is lost: the sealed row stays, for the day its key comes back, and does not hold up those behind it. */
  function setAside(row: PendingOutboxRow): Step {
    if (row.kind === HEALTH_REPORT) return healthReports.drop(row, 'unreadable');
    const { deliveryId, kind } = row;
    if (isRestored(row)) return wentOn(deliveryId);
    if (!rows.markUnreadable(deliveryId, now()).ok) return tryAgain(row.attempts);
    log.error('sync.unreadable', { deliveryId, kind });
    onChange({ deliveryId, state: 'refused' });
    return wentOn(deliveryId);
  }

  /** The disk has changed it, and the last backup has it as it was. */
  function isRestored({ deliveryId, kind }: Pick<PendingOutboxRow, 'deliveryId' | 'kind'>): boolean {
    const lane = rows.restore(deliveryId);
    if (!lane.ok || lane.value === null) return false;
    log.warn('sync.restored', { deliveryId, kind });
    resume(lane.value);
    return true;
  }

  /** The API would not know what it is about. Staff find it together with what was refused. */
  function giveUp(row: PendingOutboxRow): Step {
    const { deliveryId, kind } = row;
    if (!rows.markNeedRefused(deliveryId, now()).ok) return tryAgain(row.attempts);
    log.warn('sync.need-refused', { deliveryId, kind });
    onChange({ deliveryId, state: 'refused' });
    return wentOn(deliveryId);
  }

  /**
   * The key was lost, or another one was put in its place. All at once, before anything is tried: a request would else
   * be given up because its document cannot be read, and not come back with the key.
   */
  function keepAsideUnderAnotherKey(): void {
    const ends = rows.pendingEnds();
    if (!ends.ok || ends.value.length === 0) return;
    if (ends.value.some((row) => isSealedHere(sealing, row) || isRestored(row))) return;
    const kept = rows.markPendingUnreadable(now());
    if (!kept.ok) return;
    log.error('sync.sealing-key-replaced', { code: 'SEALING_KEY_REPLACED', rows: kept.value.length });
    onKeyReplaced();
    for (const deliveryId of kept.value) onChange({ deliveryId, state: 'refused' });
  }

  /** The day of which `setAside` speaks may be today. */
  function readAgain(): void {
    const unreadable = rows.unreadable();
    if (!unreadable.ok) return;
    for (const row of unreadable.value) {
      if (openDeposit(sealing, row, rows) !== null && rows.markReadable(row.deliveryId).ok) {
        log.info('sync.readable-again', { deliveryId: row.deliveryId, kind: row.kind });
      }
    }
  }

  function tell({ kind, ...delivery }: Delivery & { kind: string }): void {
    if (kind !== HEALTH_REPORT) onChange(delivery);
  }

  function wentOn(deliveryId: string): Step {
    const inNeed = rows.lanesInNeedOf(deliveryId);
    // What cannot be read now, the next start takes up.
    if (inNeed.ok) for (const lane of inNeed.value) resume(lane);
    return { step: 'went-on' };
  }

  function pruneDaily(): void {
    const pruned = rows.pruneDelivered(now() - DELIVERED_KEPT_DAYS * SECONDS_A_DAY * 1_000);
    if (pruned.ok && pruned.value > 0) log.info('sync.pruned', { rows: pruned.value });
    callOffPruning = after(SECONDS_A_DAY, pruneDaily);
  }

  function waitedSeconds(row: Pick<PendingOutboxRow, 'enqueuedAt'>): number {
    // Somebody may have set the clock meanwhile.
    return Math.max(0, Math.round((now() - row.enqueuedAt) / 1_000));
  }
}
