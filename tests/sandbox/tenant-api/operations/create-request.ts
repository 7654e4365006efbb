import { created, problem } from '../answer.ts';
import type { Tenant } from '../books.ts';
import { instantOf } from '../clock.ts';
import type { LandlordSystem } from '../landlord-system.ts';
import { acknowledgementEmail, acknowledgementSms, SMS } from '../request-message.ts';
import type { FiledRequest, Subject, UnsignedPerson } from '../requests.ts';
import { accountOf, tenantOf } from './account-of.ts';
import type { PerformOperation } from './operation.ts';
import { refusalOf } from './request-of.ts';

interface Deposit extends Subject {
  acknowledgement: 'email' | 'sms' | 'none';
  attachments: readonly string[];
  locale: 'fr' | 'en';
}

export const createRequest: PerformOperation = (request, caller, system) => {
  const tenant = tenantOf(caller, system);
  const account = accountOf(tenant, request.pathParameters.accountId);
  if (!account) return problem('account.unknown');
  const { acknowledgement, attachments, locale, ...about } = request.body as Deposit;
  const refusal = refusalOf(about.text, attachments, account.id, system);
  if (refusal) return refusal;
  const registeredAt = instantOf(system.clock.nowMilliseconds());
  const filed = system.requests.file({
    ...subjectOf(about),
    id: keyOf(request.headers),
    accountId: account.id,
    attachmentCount: attachments.length,
    registeredAt,
    from: null,
  });
  acknowledge(system, tenant, filed, { by: acknowledgement, language: locale });
  return created({ id: filed.id, reference: filed.reference, registeredAt });
};

export const createUnsignedRequest: PerformOperation = (request, _caller, system) => {
  const { from, ...about } = request.body as Subject & { from: UnsignedPerson };
  const refusal = refusalOf(about.text, [], null, system);
  if (refusal) return refusal;
  if (from.phone === null && from.email === null) return problem('request.invalid');
  const registeredAt = instantOf(system.clock.nowMilliseconds());
  const filed = system.requests.file({
    ...subjectOf(about),
    id: keyOf(request.headers),
    accountId: null,
    attachmentCount: 0,
    registeredAt,
    from,
  });
  return created({ id: filed.id, reference: filed.reference, registeredAt });
};

function subjectOf({ nature, topic, place, text, isAnonymous }: Subject): Subject {
  return { nature, topic, place, text, isAnonymous };
}

function keyOf(headers: Readonly<Record<string, string>>): string {
  return (headers['idempotency-key'] ?? '').toLowerCase();
}

function acknowledge(
  system: LandlordSystem,
  tenant: Tenant,
  { reference, registeredAt }: FiledRequest,
  { by, language }: { by: Deposit['acknowledgement']; language: 'fr' | 'en' },
): void {
  const { emailOnFile, profile } = tenant;
  const { mobilePhone } = profile.inForce.contact;
  if (by === 'email' && emailOnFile !== null) {
    const email = acknowledgementEmail({ tenant, reference, language });
    system.mailbox.send({ sentAt: registeredAt, to: emailOnFile, ...email });
  }
  if (by === 'sms' && mobilePhone !== null) {
    const text = acknowledgementSms({ reference, language });
    system.mailbox.send({ sentAt: registeredAt, to: mobilePhone, subject: SMS, text });
  }
}
