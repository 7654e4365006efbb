/** How people come by what they sign in with. Nobody is signed in yet: the kiosk asks under its own token. */
import type { Result } from '../../preload/contract.ts';
import type { Answer } from './answer.ts';
import { expectedAnswers } from './expected-answers.ts';
import type {
  AccountWithoutEmail,
  ChosenAccount,
  PasswordResetProgress,
  PasswordResetRequest,
  RegistrationProgress,
  StartedPasswordReset,
  StartedRegistration,
  TenantIdentity,
  TenantSession,
  ValidationEmail,
  ValidationEmailRequest,
} from './generated/model/index.ts';
import {
  createAccountWithoutEmail,
  createPasswordReset,
  createPasswordResetProof,
  createRegisteredTenantSession,
  createTenantRegistration,
  createTenantRegistrationEmail,
  putPasswordResetPassword,
  putTenantRegistrationAccount,
  readPasswordReset,
  readTenantRegistration,
} from './generated/operations.ts';
import type { KioskRequests, Sent } from './kiosk-requests.ts';
import type { SignedIn } from './tenant-api.ts';

/** Each write takes effect once for its idempotency key, a UUID version 7. */
export interface JoiningApi {
  /** REGISTRATION_REFUSED, ALREADY_REGISTERED, REGISTRATION_DELAYED. */
  beginRegistration(identity: TenantIdentity, idempotencyKey: string): Promise<Result<StartedRegistration>>;
  /** REGISTRATION_OVER. */
  readRegistration(id: string): Promise<Result<RegistrationProgress>>;
  /** EMAIL_TAKEN, PASSWORD_REFUSED, REGISTRATION_OVER. */
  chooseAccount(id: string, chosen: ChosenAccount, idempotencyKey: string): Promise<Result<ValidationEmail>>;
  /** EMAIL_DELAYED, EMAIL_TAKEN, REGISTRATION_OVER. */
  sendValidationEmail(
    id: string,
    wish: ValidationEmailRequest,
    idempotencyKey: string,
  ): Promise<Result<ValidationEmail>>;
  enterRegistered(id: string, idempotencyKey: string): Promise<Result<SignedIn>>;
  /** Vouched for by a staff member. PASSWORD_REFUSED, REGISTRATION_OVER, ALREADY_REGISTERED, ASSISTANCE_OVER. */
  enterWithoutEmail(
    id: string,
    account: AccountWithoutEmail,
    staffToken: string,
    idempotencyKey: string,
  ): Promise<Result<SignedIn>>;
  /** RESET_DELAYED. */
  beginPasswordReset(
    wish: PasswordResetRequest,
    idempotencyKey: string,
  ): Promise<Result<StartedPasswordReset>>;
  /** RESET_OVER, as the two that follow. */
  readPasswordReset(id: string): Promise<Result<PasswordResetProgress>>;
  /** RESET_CODE_WRONG. */
  proveReset(id: string, code: string, idempotencyKey: string): Promise<Result<void>>;
  /** PASSWORD_REFUSED. */
  choosePassword(id: string, password: string, idempotencyKey: string): Promise<Result<SignedIn>>;
}

export function createJoiningApi(
  requests: KioskRequests,
  signedInOf: (session: TenantSession) => SignedIn,
): JoiningApi {
  return {
    beginRegistration: (identity, idempotencyKey) =>
      ask((sent) =>
        createTenantRegistration(identity, {
          ...sent,
          expected: expectedAnswers.createTenantRegistration,
          idempotencyKey,
        }),
      ),
    readRegistration: (id) =>
      ask((sent) =>
        readTenantRegistration(id, { ...sent, expected: expectedAnswers.readTenantRegistration }),
      ),
    chooseAccount: (id, chosen, idempotencyKey) =>
      ask((sent) =>
        putTenantRegistrationAccount(id, chosen, {
          ...sent,
          expected: expectedAnswers.putTenantRegistrationAccount,
          idempotencyKey,
        }),
      ),
    sendValidationEmail: (id, wish, idempotencyKey) =>
      ask((sent) =>
        createTenantRegistrationEmail(id, wish, {
          ...sent,
          expected: expectedAnswers.createTenantRegistrationEmail,
          idempotencyKey,
        }),
      ),
    enterRegistered: (id, idempotencyKey) =>
      enter((sent) =>
        createRegisteredTenantSession(id, {
          ...sent,
          expected: expectedAnswers.createRegisteredTenantSession,
          idempotencyKey,
        }),
      ),
    async enterWithoutEmail(id, account, staffToken, idempotencyKey) {
      const answer = await requests.ask({
        identity: (kioskToken) => ({ kind: 'staff', kioskToken, staffToken }),
        operation: (sent) =>
          createAccountWithoutEmail(id, account, {
            ...sent,
            expected: expectedAnswers.createAccountWithoutEmail,
            idempotencyKey,
          }),
      });
      return answer.ok
        ? { ok: true, value: signedInOf(answer.value) }
        : { ok: false, error: answer.failure.error };
    },
    beginPasswordReset: (wish, idempotencyKey) =>
      ask((sent) =>
        createPasswordReset(wish, {
          ...sent,
          expected: expectedAnswers.createPasswordReset,
          idempotencyKey,
        }),
      ),
    readPasswordReset: (id) =>
      ask((sent) => readPasswordReset(id, { ...sent, expected: expectedAnswers.readPasswordReset })),
    proveReset: (id, code, idempotencyKey) =>
      ask((sent) =>
        createPasswordResetProof(
          id,
          { code },
          { ...sent, expected: expectedAnswers.createPasswordResetProof, idempotencyKey },
        ),
      ),
    choosePassword: (id, password, idempotencyKey) =>
      enter((sent) =>
        putPasswordResetPassword(
          id,
          { password },
          { ...sent, expected: expectedAnswers.putPasswordResetPassword, idempotencyKey },
        ),
      ),
  };

  async function ask<Value>(operation: (sent: Sent) => Promise<Answer<Value>>): Promise<Result<Value>> {
    const answer = await requests.ask({
      identity: (kioskToken) => ({ kind: 'kiosk', kioskToken }),
      operation,
    });
    return answer.ok ? answer : { ok: false, error: answer.failure.error };
  }

  async function enter(operation: (sent: Sent) => Promise<Answer<TenantSession>>): Promise<Result<SignedIn>> {
    const answer = await ask(operation);
    return answer.ok ? { ok: true, value: signedInOf(answer.value) } : answer;
  }
}
