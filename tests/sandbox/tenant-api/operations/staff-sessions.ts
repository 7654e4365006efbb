import { created, noContent, problem } from '../answer.ts';
import { isTooEasy } from '../joining/too-easy.ts';
import type { PerformOperation } from './operation.ts';
import { sessionOf } from './session-of.ts';

export const createStaffSession: PerformOperation = (request, { kioskId }, { staff }) => {
  const shown = request.body as { badgeNumber: string | null; userName: string | null; pin: string };
  if ((shown.badgeNumber === null) === (shown.userName === null)) {
    return problem('request.invalid', { detail: 'either badgeNumber or userName' });
  }
  const answer = staff.signIn(kioskId, shown);
  if (answer === null) return problem('staff_session.refused');
  return 'waitSeconds' in answer
    ? problem('staff_session.delayed', { retryAfterSeconds: answer.waitSeconds })
    : created(answer);
};

export const deleteStaffSession: PerformOperation = (request, _caller, { staff }) => {
  staff.signOut(request.pathParameters.staffSessionId ?? '');
  return noContent();
};

export const createAccountWithoutEmail: PerformOperation = async (request, { kioskId }, system) => {
  const registration = system.registrations.find(request.pathParameters.registrationId ?? '', kioskId);
  if (registration?.phase !== 'identified') return problem('registration.unknown');
  const { password } = request.body as { password: string };
  if (isTooEasy(password)) return problem('password.refused');
  const passwordHash = await system.passwords.hash(password);
  const tenant = system.books.giveAccessByNumber(registration.tenantId, passwordHash);
  system.registrations.end(registration);
  return created(sessionOf(tenant, kioskId, system));
};
