/**
 * Who a tenant is, as the landlord has it in force, and what they ask to be changed.
 *
 * A change that is asked for here is shown as one that waits until the central API tells of it.
 */
import type { Delivery, ErrorCode, Failure, Result } from '../../preload/contract.ts';
import type {
  ProfileChange,
  ProfileChangeVerdict,
  RequestedChange,
  TenantProfile,
} from '../../preload/profile-contract.ts';
import { dayInFrance } from '../account/day-in-france.ts';
import type { Documents } from '../documents/documents.ts';
import type { Visit } from '../session/visit.ts';
import type { Outbox } from '../sync/outbox.ts';
import type { TenantProfile as ApiProfile } from '../tenant-api/tenant-api.ts';

export interface Profiles {
  read(visit: Visit): Promise<Result<{ profile: TenantProfile; changes: RequestedChange[] }>>;
  /** INPUT_INVALID before the profile was read. */
  check(visit: Visit, change: ProfileChange): Result<ProfileChangeVerdict>;
  /**
   * Resolves once the wish, and the document in hand if there is one, are on disk. Whoever calls it has let the
   * person confirm what they ask for. INPUT_INVALID for what `check` finds wrong, and for a document without an
   * account that it can be filed under.
   */
  request(visit: Visit, accountId: string | null, change: ProfileChange): Promise<Result<Delivery>>;
  /** INPUT_INVALID for a change that does not wait. */
  withdraw(visit: Visit, changeId: string): Result<Delivery>;
  /** News of what was handed in, of whatever kind. */
  delivered(delivery: Delivery): void;
  /** The person leaves. */
  forget(): void;
}

type Judging = typeof import('./judge-change.ts');

/** What is known of one person during their visit. */
interface Stay {
  readonly visit: Visit;
  inForce: ApiProfile | null;
  /** Knows the numbering plans of the world: loaded for whoever comes to their details. */
  judging: Judging | null;
  /** As they were shown last. */
  shown: RequestedChange[];
  /** The oldest first. */
  own: RequestedChange[];
  /** Which change each withdrawal is about, by the withdrawal's delivery. */
  withdrawn: Map<string, string>;
  /** A document that was handed in, and whose change could not be. */
  waitingDocument: string | null;
}

export function createProfiles(parts: {
  outbox: Pick<Outbox, 'enqueue'>;
  documents: Pick<Documents, 'read' | 'deposit'>;
  now?: () => Date;
}): Profiles {
  const { outbox, documents, now = () => new Date() } = parts;
  let stay: Stay | null = null;

  return {
    async read(visit) {
      const own = stayOf(visit);
      // What is handed in while the API is being asked may or may not be in its answer.
      const before = [...own.own];
      const [judging, profile, changes] = await Promise.all([
        import('./judge-change.ts'),
        visit.connection.profile.readTenantProfile(),
        visit.connection.profile.listProfileChanges(),
      ]);
      if (!profile.ok) return profile;
      if (!changes.ok) return changes;
      own.judging = judging;
      own.inForce = profile.value;
      const known = changes.value.map(({ id, requestedAt, state, change }) => ({
        ...{ id, state },
        requestedAt: new Date(requestedAt).toISOString(),
        change: judging.shownChange(change),
      }));
      const unknown = [...new Set([...before, ...own.own])].filter(
        ({ id }) => !known.some((each) => each.id === id),
      );
      const gone = new Set(own.withdrawn.values());
      own.shown = [...unknown.toReversed(), ...known].filter(({ id }) => !gone.has(id));
      return { ok: true, value: { profile: judging.shownProfile(profile.value), changes: own.shown } };
    },

    check(visit, change) {
      const { inForce, judging } = stayOf(visit);
      if (!inForce || !judging) return failure('INPUT_INVALID');
      const judged = judging.judgeChange(change, inForce, dayInFrance(now()));
      return {
        ok: true,
        value:
          judged.verdict === 'right' ? { ...judged, change: judging.shownChange(judged.change) } : judged,
      };
    },

    async request(visit, accountId, typed) {
      const own = stayOf(visit);
      const { inForce, judging } = own;
      if (!inForce || !judging) return failure('INPUT_INVALID');
      const judged = judging.judgeChange(typed, inForce, dayInFrance(now()));
      if (judged.verdict === 'wrong') return failure('INPUT_INVALID');

      if (documents.read(visit).pages.length > 0) {
        if (accountId === null) return failure('INPUT_INVALID');
        const kind = judged.change.kind === 'occupantAdded' ? 'identity' : 'other';
        const deposited = await documents.deposit(visit, { accountId, kind });
        if (!deposited.ok) return deposited;
        own.waitingDocument = deposited.value.deliveryId;
      }
      const cited = own.waitingDocument === null ? [] : [own.waitingDocument];
      const requestedAt = now().toISOString();
      const { tenantId, depositToken } = visit;
      const saved = outbox.enqueue({
        kind: 'profile-change',
        ...{ tenantId, depositToken },
        payload: { change: judged.change, requestedAt, documents: cited },
        needs: cited,
      });
      if (!saved.ok) return saved;
      own.waitingDocument = null;
      const { deliveryId } = saved.value;
      const change = judging.shownChange(judged.change);
      own.own = [
        // One that waits takes the place of another about the same thing.
        ...own.own.filter((each) => !isAboutTheSame(each.change, change)),
        { id: deliveryId, requestedAt, state: 'beingSent', change },
      ];
      return { ok: true, value: { deliveryId, state: 'saved' } };
    },

    withdraw(visit, changeId) {
      const own = stayOf(visit);
      const change = own.shown.find(({ id }) => id === changeId) ?? own.own.find(({ id }) => id === changeId);
      if (!change || change.state === 'refused') return failure('INPUT_INVALID');
      const { tenantId, depositToken } = visit;
      // In the tenant's own lane: the API hears of the change first.
      const saved = outbox.enqueue({
        kind: 'profile-change-withdrawal',
        ...{ tenantId, depositToken },
        payload: { changeId },
      });
      if (!saved.ok) return saved;
      own.withdrawn.set(saved.value.deliveryId, changeId);
      own.own = own.own.filter(({ id }) => id !== changeId);
      return { ok: true, value: { deliveryId: saved.value.deliveryId, state: 'saved' } };
    },

    delivered({ deliveryId, state }) {
      if (!stay) return;
      // Refused, a withdrawal came too late: the change waits, or is in force.
      if (state === 'refused') stay.withdrawn.delete(deliveryId);
      stay.own = stay.own.flatMap((each) => {
        if (each.id !== deliveryId) return [each];
        return state === 'refused'
          ? []
          : [{ ...each, state: state === 'transmitted' ? 'pending' : each.state }];
      });
    },

    forget() {
      stay = null;
    },
  };

  function stayOf(visit: Visit): Stay {
    if (stay?.visit !== visit) {
      stay = {
        visit,
        inForce: null,
        judging: null,
        shown: [],
        own: [],
        withdrawn: new Map(),
        waitingDocument: null,
      };
    }
    return stay;
  }
}

/** Several people can move in, or out, at a time. */
function isAboutTheSame(one: ProfileChange, other: ProfileChange): boolean {
  return one.kind === other.kind && one.kind !== 'occupantAdded' && one.kind !== 'occupantRemoved';
}

function failure(code: ErrorCode): { ok: false; error: Failure } {
  return { ok: false, error: { code } };
}
