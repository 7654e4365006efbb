/** The way in for staff: a code, looked at once and slowly, and counted wherever there is a place to count. */
import type { Result } from '../../preload/contract.ts';
import type { StaffCode } from '../config/config-schema.ts';
import type { Log } from '../log/log.ts';
import { createStaffThrottle } from '../session/staff-throttle.ts';
import type { OpenedStore } from '../store/store.ts';
import { createMemoryTries } from './memory-tries.ts';
import { whoseCode } from './staff-codes.ts';

export interface StaffEntry {
  /** STAFF_CODE_REFUSED as session/staff-throttle.ts has it, STORE_UNAVAILABLE when the disk fails meanwhile. */
  enter(code: string): Promise<Result<{ staffId: string }>>;
  close(): void;
}

export function createStaffEntry(options: {
  staffCodes: readonly StaffCode[];
  /** A connection of its own: it is needed most where the kiosk's could not be opened. */
  openStore: () => OpenedStore;
  log: Log;
  now?: () => number;
}): StaffEntry {
  const { staffCodes, log, now = Date.now } = options;
  const opened = options.openStore();
  if (!opened.ok) log.warn('staff.tries-in-memory', { reason: opened.reason });
  const throttle = createStaffThrottle({
    tries: opened.ok ? opened.store.signInTries : createMemoryTries(now),
    log,
    now,
  });

  return {
    async enter(code) {
      const answer = await throttle.guard(async (): Promise<Result<{ staffId: string }>> => {
        const staffId = await whoseCode(code, staffCodes);
        return staffId === null
          ? { ok: false, error: { code: 'STAFF_CODE_REFUSED' } }
          : { ok: true, value: { staffId } };
      });
      if (answer.ok) log.info('staff.entered', { staffId: answer.value.staffId });
      else {
        const { code, retryAfterSeconds = 0 } = answer.error;
        log.warn('staff.refused', { code, retryAfterSeconds, codes: staffCodes.length });
      }
      return answer;
    },
    close: () => {
      if (opened.ok) opened.store.close();
    },
  };
}
