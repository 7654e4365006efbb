import type { HealthCode, Part } from '../../../preload/health-contract.ts';
import type { PartCheck } from '../part-check.ts';

/** A part that is not there, or cannot be looked at from here. */
export function absent(part: Part, code: HealthCode & ('NOT_CONFIGURED' | 'NOT_CHECKED_HERE')): PartCheck {
  return { part, check: () => ({ state: 'absent', code, facts: {} }) };
}
