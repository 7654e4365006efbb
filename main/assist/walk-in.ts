/** An account for somebody who has no e-mail address, vouched for by a staff member. The person chooses the password. */
import type { Result, Tenant } from '../../preload/contract.ts';
import type { Registrations } from '../joining/registrations.ts';
import type { AssistanceDesk } from './assistance-desk.ts';

export interface WalkIns {
  /** As `assist.createAccount` of the contract has it. */
  createAccount(password: string): Promise<Result<Tenant>>;
}

export function createWalkIns(from: {
  desk: Pick<AssistanceDesk, 'current'>;
  registrations: Pick<Registrations, 'enterWithoutEmail' | 'tenantNumber'>;
  /** The central API does not know the staff member any more. */
  onNotRecognised: () => void;
}): WalkIns {
  const { desk, registrations, onNotRecognised } = from;
  return {
    async createAccount(password) {
      const help = desk.current();
      if (!help) return { ok: false, error: { code: 'ASSISTANCE_OVER' } };
      if (!help.isHandedOver) return { ok: false, error: { code: 'HANDOVER_NEEDED' } };
      // Nobody vouches for themselves.
      const number = registrations.tenantNumber();
      if (number !== null && help.member.tenantNumbers.includes(number)) {
        return { ok: false, error: { code: 'STAFF_OWN_ACCOUNT' } };
      }
      if (help.identity === null) return { ok: false, error: { code: 'IDENTITY_NEEDED' } };
      // Whom the kiosk knew by itself, the central API has not let in.
      if (help.session === null) return { ok: false, error: { code: 'API_UNREACHABLE' } };
      const entered = await registrations.enterWithoutEmail({
        password,
        documentType: help.identity,
        staffToken: help.session.token,
      });
      // Unless somebody else helps by now.
      const isSameHelp = desk.current()?.session === help.session;
      if (!entered.ok && entered.error.code === 'ASSISTANCE_OVER' && isSameHelp) onNotRecognised();
      return entered;
    },
  };
}
