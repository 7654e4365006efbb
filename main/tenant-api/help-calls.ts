/** Calls for a member of staff: answered now or not at all, since nobody comes for a call of an hour ago. */
import type { Result } from '../../preload/contract.ts';
import { expectedAnswers } from './expected-answers.ts';
import type { HelpCall } from './generated/model/index.ts';
import { createHelpCall, deleteHelpCall, readHelpCall } from './generated/operations.ts';
import type { KioskRequests } from './kiosk-requests.ts';

export interface HelpCallApi {
  /** `screen`: its name in the program. `idempotencyKey`: the same on every try of the same call. */
  createHelpCall(call: { screen: string; idempotencyKey: string }): Promise<Result<HelpCall>>;
  readHelpCall(helpCallId: string): Promise<Result<HelpCall>>;
  deleteHelpCall(call: { helpCallId: string; idempotencyKey: string }): Promise<Result<void>>;
}

export function createHelpCallApi(requests: KioskRequests): HelpCallApi {
  const asKiosk = (kioskToken: string) => ({ kind: 'kiosk', kioskToken }) as const;

  return {
    async createHelpCall({ screen, idempotencyKey }) {
      const answer = await requests.ask({
        identity: asKiosk,
        operation: (sent) =>
          createHelpCall({ screen }, { ...sent, expected: expectedAnswers.createHelpCall, idempotencyKey }),
      });
      return answer.ok ? answer : { ok: false, error: answer.failure.error };
    },
    async readHelpCall(helpCallId) {
      const answer = await requests.ask({
        identity: asKiosk,
        operation: (sent) => readHelpCall(helpCallId, { ...sent, expected: expectedAnswers.readHelpCall }),
      });
      return answer.ok ? answer : { ok: false, error: answer.failure.error };
    },
    async deleteHelpCall({ helpCallId, idempotencyKey }) {
      const answer = await requests.ask({
        identity: asKiosk,
        operation: (sent) =>
          deleteHelpCall(helpCallId, {
            ...sent,
            expected: expectedAnswers.deleteHelpCall,
            idempotencyKey,
          }),
      });
      return answer.ok ? { ok: true, value: undefined } : { ok: false, error: answer.failure.error };
    },
  };
}
