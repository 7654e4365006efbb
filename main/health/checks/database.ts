import type { HealthCode } from '../../../preload/health-contract.ts';
import type { StoreLook } from '../../store/look-into-store.ts';
import type { PartCheck } from '../part-check.ts';

type Trouble = Extract<StoreLook, { ok: false }>['reason'];

const CODES: Readonly<Record<Trouble, HealthCode>> = {
  missing: 'DATABASE_MISSING',
  damaged: 'DATABASE_DAMAGED',
  newer: 'DATABASE_NEWER',
  unreadable: 'DATABASE_UNREADABLE',
};

/** Whoever may miss something has noticed, or been asked, by then. */
const TOLD_FOR_DAYS = 30;
const MS_IN_A_DAY = 86_400_000;

/** Whether the database is whole and of this version, and whether it had to be saved lately. */
export function checkDatabase(look: () => Promise<StoreLook>, now: () => number): PartCheck {
  return {
    part: 'database',
    async check() {
      const seen = await look();
      if (seen.ok) {
        const { schemaVersion, salvagedAt } = seen;
        if (salvagedAt === null || now() - salvagedAt > TOLD_FOR_DAYS * MS_IN_A_DAY) {
          return { state: 'fit', code: 'OK', facts: { schemaVersion } };
        }
        const facts = { schemaVersion, salvagedAt: new Date(salvagedAt).toISOString() };
        return { state: 'degraded', code: 'DATABASE_SALVAGED', facts };
      }
      // The kiosk makes one at its first start.
      const state = seen.reason === 'missing' ? 'degraded' : 'unfit';
      return { state, code: CODES[seen.reason], facts: seen.cause === null ? {} : { cause: seen.cause } };
    },
  };
}
