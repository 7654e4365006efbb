import { created, problem } from '../answer.ts';
import { instantOf } from '../clock.ts';
import { directDebitFormEmail } from '../direct-debit-form-email.ts';
import type { MandateLanguage } from '../mandate-email.ts';
import { tenantOf } from './account-of.ts';
import type { PerformOperation } from './operation.ts';

export const createDirectDebitFormDelivery: PerformOperation = (request, caller, system) => {
  const tenant = tenantOf(caller, system);
  if (tenant.emailOnFile === null) return problem('tenant.no_email');

  const { locale } = request.body as { locale: MandateLanguage };
  const acceptedAt = instantOf(system.clock.nowMilliseconds());
  const email = system.mailbox.send({
    sentAt: acceptedAt,
    to: tenant.emailOnFile,
    ...directDebitFormEmail({ tenant, language: locale }),
  });
  return created({ id: email.id, acceptedAt });
};
