import { ok, problem } from '../answer.ts';
import { CREDITOR, DEBIT_DAYS, isTooLate, referenceOf } from '../direct-debits.ts';
import { accountOf, tenantOf } from './account-of.ts';
import type { PerformOperation } from './operation.ts';

export const readDirectDebit: PerformOperation = (request, caller, system) => {
  const account = accountOf(tenantOf(caller, system), request.pathParameters.accountId);
  if (!account) return problem('account.unknown');
  const { mandate, comingDebits } = account.directDebit;
  return ok({
    creditor: CREDITOR,
    mandate: mandate && {
      reference: mandate.reference,
      holder: mandate.holder,
      ibanLast4: mandate.iban.slice(-4),
      bankName: mandate.bankName,
      day: mandate.day,
      signedOn: mandate.signedOn,
      state: mandate.state,
    },
    nextMandateReference: referenceOf(account.lease.number, account.directDebit),
    days: DEBIT_DAYS,
    comingDebits: comingDebits.map(({ id, dueOn, amountCents, isLeftOut }) => ({
      ...{ id, dueOn, amountCents },
      state: isLeftOut ? 'leftOut' : isTooLate(dueOn, system.today) ? 'tooLate' : 'planned',
    })),
  });
};
