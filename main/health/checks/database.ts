import type { HealthCode } from '../../../preload/health-contract.ts';
import type { StoreLook } from '../../store/look-into-store.ts';
import { ROWS_LOST, UNSURE_SALVAGES } from '../../store/salvage.ts';
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
        const counter = (wanted: string) => seen.counters.find(({ name }) => name === wanted);
        const rowsLost = counter(ROWS_LOST)?.count ?? 0;
        const mayMissMore = counter(UNSURE_SALVAGES) !== undefined;
        const facts = {
          schemaVersion,
          salvagedAt: new Date(salvagedAt).toISOString(),
          rowsLost,
          mayMissMore,
        };
        return { state: 'degraded', code: codeOfSalvage(rowsLost, mayMissMore), facts };
      }
      // The kiosk makes one at its first start.
      const state = seen.reason === 'missing' ? 'degraded' : 'unfit';
      return { state, code: CODES[seen.reason], facts: seen.cause === null ? {} : { cause: seen.cause } };
    },
  };
}

function codeOfSalvage(rowsLost: number, mayMissMore: boolean): HealthCode {
  if (rowsLost > 0) return 'ROWS_LOST';
  return mayMissMore ? 'ROWS_MAY_BE_LOST' : 'DATABASE_SALVAGED';
}
