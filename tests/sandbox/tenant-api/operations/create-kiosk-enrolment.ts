import { type Answer, created, problem } from '../answer.ts';
import { AUDIENCE, type Credential, type PublicKey } from '../kiosk-register.ts';
import type { PerformOperation } from './operation.ts';

export const createKioskEnrolment: PerformOperation = (request, _caller, system) => {
  const outcome = system.register.enrol(
    request.body as { code: string; kioskId: string; publicKey: PublicKey },
  );
  if (!('error' in outcome)) return credentialAnswer(outcome);
  const { error, retryAfterSeconds } = outcome;
  return problem(error, retryAfterSeconds === undefined ? {} : { retryAfterSeconds });
};

export const createKioskCredential: PerformOperation = (request, { kioskId }, system) => {
  const { publicKey } = request.body as { publicKey: PublicKey };
  return credentialAnswer(system.register.renew(kioskId, publicKey));
};

function credentialAnswer({ id, name, issuedAt, expiresAt }: Credential): Answer {
  return created({ id, name, audience: AUDIENCE, issuedAt, expiresAt });
}
