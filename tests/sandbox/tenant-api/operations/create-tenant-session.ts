import { created, problem } from '../answer.ts';
import { signInNameOf } from '../books.ts';
import type { PerformOperation } from './operation.ts';
import { sessionOf } from './session-of.ts';

export const createTenantSession: PerformOperation = async (request, { kioskId }, system) => {
  const { email, password } = request.body as { email: string; password: string };
  const waitSeconds = system.throttle.admit(signInNameOf(email));
  if (waitSeconds > 0) return problem('sign_in.delayed', { retryAfterSeconds: waitSeconds });

  // An e-mail that nobody has costs one check like any other: neither the answer nor its time tells them apart.
  const tenant = system.books.withSignInEmail(email);
  const isRight = await system.passwords.verify(password, tenant?.passwordHash ?? system.passwords.decoyHash);
  if (!tenant || !isRight) return problem('credentials.invalid');

  system.throttle.forgive(tenant.signInEmail);
  if (tenant.access === 'notValidated') return problem('tenant.email_not_validated');
  return created(sessionOf(tenant, kioskId, system));
};
