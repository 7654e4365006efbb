/** Staff who sign in at a kiosk to help a tenant. */
import type { Result } from '../../preload/contract.ts';
import { expectedAnswers } from './expected-answers.ts';
import type { StaffCredentials, StaffSession } from './generated/model/index.ts';
import { createStaffSession, deleteStaffSession } from './generated/operations.ts';
import type { KioskRequests } from './kiosk-requests.ts';

export interface StaffApi {
  /** STAFF_PIN_REFUSED, STAFF_PIN_DELAYED with its `retryAfterSeconds`. */
  signIn(credentials: StaffCredentials): Promise<Result<StaffSession>>;
  signOut(session: { sessionId: string; token: string }): Promise<Result<void>>;
}

export function createStaffApi(requests: KioskRequests, newId: () => string): StaffApi {
  return {
    async signIn(credentials) {
      const idempotencyKey = newId();
      const answer = await requests.ask({
        identity: (kioskToken) => ({ kind: 'kiosk', kioskToken }),
        operation: (sent) =>
          createStaffSession(credentials, {
            ...sent,
            expected: expectedAnswers.createStaffSession,
            idempotencyKey,
          }),
      });
      return answer.ok ? answer : { ok: false, error: answer.failure.error };
    },
    async signOut({ sessionId, token }) {
      const idempotencyKey = newId();
      const answer = await requests.ask({
        identity: (kioskToken) => ({ kind: 'staff', kioskToken, staffToken: token }),
        operation: (sent) =>
          deleteStaffSession(sessionId, {
            ...sent,
            expected: expectedAnswers.deleteStaffSession,
            idempotencyKey,
          }),
      });
      return answer.ok ? { ok: true, value: undefined } : { ok: false, error: answer.failure.error };
    },
  };
}
