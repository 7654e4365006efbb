import { created, problem } from '../answer.ts';
import { signInNameOf } from '../books.ts';
import type { PerformOperation } from './operation.ts';

export const createTenantSession: PerformOperation = async (request, { kioskId }, system) => {
  const { email, password } = request.body as { email: string; password: string };
  const waitSeconds = system.throttle.admit(signInNameOf(email));
  if (waitSeconds > 0) return problem('sign_in.delayed', { retryAfterSeconds: waitSeconds });

  // An e-mail that nobody has costs one check like any other: neither the answer nor its time tells them apart.
  const tenant = system.books.withSignInEmail(email);
  const isRight = await system.passwords.verify(password, tenant?.passwordHash ?? system.passwords.decoyHash);
  if (!tenant || !isRight) return problem('credentials.invalid');

  system.throttle.forgive(tenant.signInEmail);
  const holder = { kioskId, tenantId: tenant.id };
  return created({
    ...system.tokens.tenant.issue(holder),
    depositToken: system.tokens.deposit.issue(holder).token,
    tenant: {
      id: tenant.id,
      number: tenant.number,
      displayName: tenant.displayName,
      maskedEmail: tenant.emailOnFile === null ? null : masked(tenant.emailOnFile),
    },
  });
};

/** `jeanne.martin@exemple.fr` → `j•••@exemple.fr` */
function masked(email: string): string {
  const at = email.lastIndexOf('@');
  return `${[...email][0]}•••${email.slice(at)}`;
}
