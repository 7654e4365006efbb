import { created, problem } from '../answer.ts';
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
  const { emailOnFile, displayName, profile } = tenant;
  acknowledge(system, filed, {
    displayName,
    language: locale,
    email: acknowledgement === 'email' ? emailOnFile : null,
    phone: acknowledgement === 'sms' ? profile.inForce.contact.mobilePhone : null,
  });
  return created({ id: filed.id, reference: filed.reference, registeredAt });
};

export const createUnsignedRequest: PerformOperation = (request, _caller, system) => {
  const { from, locale, ...about } = request.body as Subject & { from: UnsignedPerson } & Pick<
      Deposit,
      'locale'
    >;
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
  acknowledge(system, filed, { ...from, displayName: from.name, language: locale });
  return created({ id: filed.id, reference: filed.reference, registeredAt });
};

function subjectOf({ nature, topic, place, text, isAnonymous }: Subject): Subject {
  return { nature, topic, place, text, isAnonymous };
}

function keyOf(headers: Readonly<Record<string, string>>): string {
  return (headers['idempotency-key'] ?? '').toLowerCase();
}

function acknowledge(
  { mailbox }: LandlordSystem,
  { reference, registeredAt: sentAt }: FiledRequest,
  to: { displayName: string; language: 'fr' | 'en'; email: string | null; phone: string | null },
): void {
  const { displayName, language, email, phone } = to;
  if (email !== null) {
    mailbox.send({ sentAt, to: email, ...acknowledgementEmail({ displayName, reference, language }) });
  }
  if (phone !== null) {
    mailbox.send({ sentAt, to: phone, subject: SMS, text: acknowledgementSms({ reference, language }) });
  }
}
