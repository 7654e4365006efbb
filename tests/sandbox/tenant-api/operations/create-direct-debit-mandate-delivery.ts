import { created, problem } from '../answer.ts';
import { instantOf } from '../clock.ts';
import { type MandateLanguage, mandateEmail } from '../mandate-email.ts';
import { accountOf, tenantOf } from './account-of.ts';
import type { PerformOperation } from './operation.ts';

export const createDirectDebitMandateDelivery: PerformOperation = (request, caller, system) => {
  const tenant = tenantOf(caller, system);
  const account = accountOf(tenant, request.pathParameters.accountId);
  if (!account) return problem('account.unknown');
  const { reference, locale } = request.body as { reference: string; locale: MandateLanguage };
  const { mandate } = account.directDebit;
  if (mandate?.reference !== reference) return problem('mandate.unknown');
  if (tenant.emailOnFile === null) return problem('tenant.no_email');

  const acceptedAt = instantOf(system.clock.nowMilliseconds());
  const email = system.mailbox.send({
    sentAt: acceptedAt,
    to: tenant.emailOnFile,
    ...mandateEmail({ tenant, mandate, language: locale }),
  });
  return created({ id: email.id, acceptedAt });
};
