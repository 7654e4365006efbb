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

/** Whether the database is whole and of this version. */
export function checkDatabase(look: () => Promise<StoreLook>): PartCheck {
  return {
    part: 'database',
    async check() {
      const seen = await look();
      if (seen.ok) return { state: 'fit', code: 'OK', facts: { schemaVersion: seen.schemaVersion } };
      // The kiosk makes one at its first start.
      const state = seen.reason === 'missing' ? 'degraded' : 'unfit';
      return { state, code: CODES[seen.reason], facts: seen.cause === null ? {} : { cause: seen.cause } };
    },
  };
}
