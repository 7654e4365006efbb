import { created, ok, problem } from '../answer.ts';
import { instantOf } from '../clock.ts';
import { type Language, validationEmail } from '../joining/emails.ts';
import { maskedEmail } from '../joining/masked-email.ts';
import type { SentLink } from '../joining/registrations.ts';
import { isTooEasy } from '../joining/too-easy.ts';
import type { LandlordSystem } from '../landlord-system.ts';
import type { PerformOperation } from './operation.ts';
import { sessionOf } from './session-of.ts';

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export const createTenantRegistration: PerformOperation = (request, { kioskId }, system) => {
  const { tenantNumber, familyName, birthDate } = request.body as Record<
    'tenantNumber' | 'familyName' | 'birthDate',
    string
  >;
  const waitSeconds = system.identityThrottle.admit(tenantNumber);
  if (waitSeconds > 0) return problem('registration.delayed', { retryAfterSeconds: waitSeconds });

  const tenant = system.books.withIdentity(tenantNumber, familyName, birthDate);
  if (!tenant) return problem('registration.refused');
  system.identityThrottle.forgive(tenantNumber);
  if (tenant.access === 'open') return problem('registration.already_registered');
  return created({ id: system.registrations.begin(tenant, kioskId).id });
};

export const readTenantRegistration: PerformOperation = (request, { kioskId }, system) => {
  const registration = system.registrations.find(request.pathParameters.registrationId ?? '', kioskId);
  return registration ? ok({ phase: registration.phase }) : problem('registration.unknown');
};

export const putTenantRegistrationAccount: PerformOperation = async (request, { kioskId }, system) => {
  const registration = system.registrations.find(request.pathParameters.registrationId ?? '', kioskId);
  if (!registration || registration.phase === 'validated') return problem('registration.unknown');
  const { email, password, locale } = request.body as { email: string; password: string; locale: Language };
  if (!EMAIL.test(email))
    return problem('request.invalid', { detail: 'requestBody/email must be an address' });
  if (isTaken(email, registration.tenantId, system)) return problem('registration.email_taken');
  if (isTooEasy(password)) return problem('password.refused');
  const passwordHash = await system.passwords.hash(password);
  const link = system.registrations.choose(registration, { email, passwordHash });
  return ok(sendLink(link, email, locale, registration.tenantId, system));
};

export const createTenantRegistrationEmail: PerformOperation = (request, { kioskId }, system) => {
  const registration = system.registrations.find(request.pathParameters.registrationId ?? '', kioskId);
  if (!registration || registration.phase === 'validated' || registration.phase === 'identified') {
    return problem('registration.unknown');
  }
  const { email, locale } = request.body as { email: string; locale: Language };
  if (!EMAIL.test(email))
    return problem('request.invalid', { detail: 'requestBody/email must be an address' });
  if (isTaken(email, registration.tenantId, system)) return problem('registration.email_taken');
  const waitSeconds = system.registrations.secondsUntilNextEmail(registration);
  if (waitSeconds !== 0) return problem('email.delayed', { retryAfterSeconds: waitSeconds ?? 86_400 });
  const link = system.registrations.sendAgain(registration, email);
  return created(sendLink(link, email, locale, registration.tenantId, system));
};

export const createRegisteredTenantSession: PerformOperation = (request, { kioskId }, system) => {
  const registration = system.registrations.find(request.pathParameters.registrationId ?? '', kioskId);
  const tenant = registration ? system.books.withId(registration.tenantId) : null;
  if (!registration || !tenant) return problem('registration.unknown');
  if (registration.phase !== 'validated') return problem('registration.not_validated');
  system.registrations.end(registration);
  return created(sessionOf(tenant, kioskId, system));
};

function isTaken(email: string, ownTenantId: string, { books }: LandlordSystem): boolean {
  const owner = books.withSignInEmail(email);
  return owner !== null && owner.id !== ownTenantId;
}

function sendLink(
  { token, validUntil, againAfterSeconds }: SentLink,
  email: string,
  language: Language,
  tenantId: string,
  system: LandlordSystem,
) {
  const tenant = system.books.withId(tenantId);
  if (!tenant) throw new Error('A registration is about nobody.');
  const sentAt = instantOf(system.clock.nowMilliseconds());
  system.mailbox.send({ sentAt, to: email, ...validationEmail(system.linkPageUrl('v', token), language) });
  return {
    maskedEmail: maskedEmail(email),
    displayName: tenant.displayName,
    linkValidUntil: validUntil,
    againAfterSeconds,
  };
}
