import type { Refusal, StoreLook } from '../../store/look-into-store.ts';
import type { PartCheck } from '../part-check.ts';

const MS_IN_A_MINUTE = 60_000;
/** What the API takes, it takes within seconds; an hour is longer than any planned interruption of its own. */
const LATE_AFTER_MINUTES = 60;

/** Of preload/health-contract.ts. */
const LONGEST_FACT = 300;

/** What was done here and is not acknowledged yet, and what was refused for good and waits for staff. */
export function checkOutbox(look: () => Promise<StoreLook>, now: () => number): PartCheck {
  return {
    part: 'outbox',
    async check() {
      const seen = await look();
      if (!seen.ok) return { state: 'absent', code: 'NOT_CHECKED_HERE', facts: {} };
      const { waiting, oldestEnqueuedAt, refused, refusedPayments, unreadable } = seen.outbox;
      const oldestMinutes =
        oldestEnqueuedAt === null ? 0 : Math.max(0, Math.floor((now() - oldestEnqueuedAt) / MS_IN_A_MINUTE));
      const refusals = listed(seen.outbox.refusals);
      const facts = { waiting, oldestMinutes, refused, refusedPayments, unreadable, refusals };
      if (refusedPayments > 0) return { state: 'degraded', code: 'PAYMENTS_REFUSED', facts };
      if (unreadable > 0 && seen.keyReplacedAt !== null) {
        const keyReplacedAt = new Date(seen.keyReplacedAt).toISOString();
        return { state: 'degraded', code: 'SEALING_KEY_REPLACED', facts: { ...facts, keyReplacedAt } };
      }
      if (refused > 0 || unreadable > 0) return { state: 'degraded', code: 'OUTBOX_REFUSED', facts };
      if (oldestMinutes >= LATE_AFTER_MINUTES) return { state: 'degraded', code: 'OUTBOX_LATE', facts };
      return { state: 'fit', code: 'OK', facts };
    },
  };
}

/** `2 document document.damaged; 1 …`, as much as a fact has room for; null when there is nothing. */
function listed(refusals: readonly Refusal[]): string | null {
  let text = '';
  for (const { count, kind, code } of refusals) {
    const longer = `${text}${text === '' ? '' : '; '}${count} ${kind} ${code}`;
    if (longer.length > LONGEST_FACT) break;
    text = longer;
  }
  return text === '' ? null : text;
}
