/** A session as the tests have it: whom it greets, how long it waits, and who comes. */
import type { Access, Tenant } from '../../../preload/contract.ts';
import { silentLog } from '../../log/log.ts';
import { createSession, type Session } from '../session.ts';
import type { SessionTimes } from '../times.ts';

export const greeting: Access = { locale: 'fr', textSize: 'normal', contrast: 'standard' };
export const times: SessionTimes = {
  idleTimeoutSeconds: 120,
  idleWarningSeconds: 45,
  absoluteLimitMinutes: 45,
  holdLimitSeconds: 180,
};
export const jeanne: Tenant = { displayName: 'Mme Jeanne Martin', number: '4473', maskedEmail: null };

/** Where a test says nothing else, it is wiped at once, and nobody hears of it. */
export function openSession(parts: Partial<Parameters<typeof createSession>[0]> = {}): Session {
  return createSession({
    greeting,
    times,
    wipe: async () => undefined,
    onChange: () => undefined,
    log: silentLog,
    ...parts,
  });
}
