import { created, noContent, ok, problem } from '../answer.ts';
import { signInNameOf } from '../books.ts';
import { instantOf } from '../clock.ts';
import { type Language, passwordResetEmail } from '../joining/emails.ts';
import { RESET_EMAIL_GAP_SECONDS } from '../joining/password-resets.ts';
import { isTooEasy } from '../joining/too-easy.ts';
import type { PerformOperation } from './operation.ts';
import { sessionOf } from './session-of.ts';

export const createPasswordReset: PerformOperation = (request, { kioskId }, system) => {
  const { email, locale } = request.body as { email: string; locale: Language };
  const name = signInNameOf(email);
  const waitSeconds = system.resetThrottle.admit(name);
  if (waitSeconds > 0) return problem('password_reset.delayed', { retryAfterSeconds: waitSeconds });

  const reset = system.passwordResets.begin(name, kioskId);
  const tenant = system.books.withSignInEmail(email);
  if (tenant) {
    const link = system.linkPageUrl('p', reset.token);
    const sentAt = instantOf(system.clock.nowMilliseconds());
    const words = passwordResetEmail({ code: reset.code, link }, locale);
    system.mailbox.send({ sentAt, to: tenant.signInEmail, ...words });
  }
  return created({
    id: reset.id,
    secondsLeft: system.passwordResets.secondsLeft(reset),
    againAfterSeconds: RESET_EMAIL_GAP_SECONDS,
  });
};

export const readPasswordReset: PerformOperation = (request, { kioskId }, system) => {
  const reset = system.passwordResets.find(request.pathParameters.resetId ?? '', kioskId);
  if (!reset) return problem('password_reset.over');
  return ok({ phase: reset.phase, secondsLeft: system.passwordResets.secondsLeft(reset) });
};

export const createPasswordResetProof: PerformOperation = (request, { kioskId }, system) => {
  const reset = system.passwordResets.find(request.pathParameters.resetId ?? '', kioskId);
  if (!reset || reset.phase === 'changed') return problem('password_reset.over');
  const { code } = request.body as { code: string };
  switch (system.passwordResets.prove(reset, code)) {
    case 'right':
      return noContent();
    case 'wrong':
      return problem('reset_code.wrong');
    case 'over':
      return problem('password_reset.over');
  }
};

export const putPasswordResetPassword: PerformOperation = async (request, { kioskId }, system) => {
  const reset = system.passwordResets.find(request.pathParameters.resetId ?? '', kioskId);
  const tenant = reset ? system.passwordResets.proven(reset) : null;
  if (!reset || !tenant) return problem('password_reset.over');
  const { password } = request.body as { password: string };
  if (isTooEasy(password)) return problem('password.refused');
  const passwordHash = await system.passwords.hash(password);
  system.passwordResets.end(reset);
  const changed = system.books.changePassword(tenant.id, passwordHash);
  system.throttle.forgive(changed.signInEmail);
  return ok(sessionOf(changed, kioskId, system));
};
