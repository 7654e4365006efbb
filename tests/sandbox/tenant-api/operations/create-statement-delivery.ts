import { created, problem } from '../answer.ts';
import { instantOf } from '../clock.ts';
import { stretchOf } from '../ledger.ts';
import { type Language, statementEmail } from '../statement-email.ts';
import { accountOf, tenantOf } from './account-of.ts';
import type { PerformOperation } from './operation.ts';

export const createStatementDelivery: PerformOperation = (request, caller, system) => {
  const tenant = tenantOf(caller, system);
  const account = accountOf(tenant, request.pathParameters.accountId);
  if (!account) return problem('account.unknown');
  const { from, to, locale } = request.body as { from: string; to: string; locale: Language };
  if (from > to)
    return problem('request.invalid', { detail: 'requestBody/to must not be before requestBody/from' });
  if (tenant.emailOnFile === null) return problem('tenant.no_email');

  const acceptedAt = instantOf(system.clock.nowMilliseconds());
  const stretch = stretchOf(account.entries, from, to);
  const email = system.mailbox.send({
    sentAt: acceptedAt,
    to: tenant.emailOnFile,
    ...statementEmail({ tenant, account, from, to, stretch, language: locale }),
  });
  return created({ id: email.id, acceptedAt });
};
