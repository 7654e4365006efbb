import { created, problem } from '../answer.ts';
import { instantOf } from '../clock.ts';
import { receiptEmail } from '../receipt-email.ts';
import type { Language } from '../statement-email.ts';
import { accountOf, tenantOf } from './account-of.ts';
import type { PerformOperation } from './operation.ts';

export const createPaymentReceiptDelivery: PerformOperation = (request, caller, system) => {
  const tenant = tenantOf(caller, system);
  const account = accountOf(tenant, request.pathParameters.accountId);
  if (!account) return problem('account.unknown');
  const { paymentId, locale } = request.body as { paymentId: string; locale: Language };
  const payment = system.payments.ofAccount(account.id).find(({ id }) => id === paymentId.toLowerCase());
  if (!payment) return problem('payment.unknown');
  if (tenant.emailOnFile === null) return problem('tenant.no_email');

  const acceptedAt = instantOf(system.clock.nowMilliseconds());
  const email = system.mailbox.send({
    sentAt: acceptedAt,
    to: tenant.emailOnFile,
    ...receiptEmail({ tenant, account, payment, language: locale }),
  });
  return created({ id: email.id, acceptedAt });
};
