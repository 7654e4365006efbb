/** Somebody at the desk guides the person at the kiosk: asked for now or not at all, as a call for help is. */
import type { Result } from '../../preload/contract.ts';
import { expectedAnswers } from './expected-answers.ts';
import type { GuideSession } from './generated/model/index.ts';
import { createGuideSession } from './generated/operations.ts';
import type { KioskRequests } from './kiosk-requests.ts';

export interface GuideSessionApi {
  /** `idempotencyKey`: the same on every try of the same wish. */
  createGuideSession(wish: { idempotencyKey: string }): Promise<Result<GuideSession>>;
}

export function createGuideSessionApi(requests: KioskRequests): GuideSessionApi {
  return {
    async createGuideSession({ idempotencyKey }) {
      const answer = await requests.ask({
        identity: (kioskToken) => ({ kind: 'kiosk', kioskToken }),
        operation: (sent) =>
          createGuideSession({ ...sent, expected: expectedAnswers.createGuideSession, idempotencyKey }),
      });
      return answer.ok ? answer : { ok: false, error: answer.failure.error };
    },
  };
}
