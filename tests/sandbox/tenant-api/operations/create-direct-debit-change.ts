import { created, problem } from '../answer.ts';
import { instantOf } from '../clock.ts';
import { changeDay, DEBIT_DAYS, endMandate, isTooLate } from '../direct-debits.ts';
import { accountOf, tenantOf } from './account-of.ts';
import type { PerformOperation } from './operation.ts';

type Change = { kind: 'day'; day: number } | { kind: 'leaveOut'; debitId: string } | { kind: 'end' };

export const createDirectDebitChange: PerformOperation = (request, caller, system) => {
  const account = accountOf(tenantOf(caller, system), request.pathParameters.accountId);
  if (!account) return problem('account.unknown');
  const book = account.directDebit;
  if (!book.mandate || book.mandate.state === 'ending') return problem('mandate.none');

  const change = request.body as Change;
  switch (change.kind) {
    case 'day': {
      if (!DEBIT_DAYS.some((day) => day === change.day)) {
        const detail = 'requestBody/day must be one of the days of readDirectDebit';
        return problem('request.invalid', { detail });
      }
      changeDay(book, change.day, system.today);
      break;
    }
    case 'leaveOut': {
      const debit = book.comingDebits.find(({ id }) => id === change.debitId);
      if (!debit) return problem('debit.unknown');
      if (isTooLate(debit.dueOn, system.today)) return problem('debit.too_late');
      book.comingDebits = book.comingDebits.map((each) =>
        each === debit ? { ...each, isLeftOut: true } : each,
      );
      break;
    }
    case 'end':
      endMandate(book, system.today);
      break;
  }
  book.changeCount += 1;
  const id = `change-${account.lease.number}-${book.changeCount}`;
  return created({ id, acceptedAt: instantOf(system.clock.nowMilliseconds()) });
};
