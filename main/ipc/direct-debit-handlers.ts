import type { Locale } from '../../preload/contract.ts';
import type { directDebitCalls } from '../../preload/direct-debit-contract.ts';
import type { AsTenant } from './as-tenant.ts';
import type { Handlers } from './router.ts';

/** What each call about direct debits does. */
export function directDebitHandlers(from: {
  asTenant: AsTenant;
  locale: () => Locale;
}): Pick<Handlers, keyof typeof directDebitCalls> {
  const { asTenant, locale } = from;
  return {
    'directDebit.read': ({ accountId }) =>
      asTenant((visit, { directDebits }) => directDebits.read(visit, accountId)),
    'directDebit.checkIban': ({ iban }) =>
      asTenant((_, { directDebits }) => ({ ok: true, value: directDebits.judgeIban(iban) })),
    'directDebit.checkBic': ({ iban, bic }) =>
      asTenant((_, { directDebits }) => ({ ok: true, value: directDebits.judgeBic(bic, iban) })),
    'directDebit.sign': (request) =>
      asTenant((visit, { directDebits }) => directDebits.sign(visit, request, locale())),
    'directDebit.changeDay': ({ accountId, day }) =>
      asTenant((visit, { directDebits }) => directDebits.change(visit, accountId, { kind: 'day', day })),
    'directDebit.leaveOut': ({ accountId, debitId }) =>
      asTenant((visit, { directDebits }) =>
        directDebits.change(visit, accountId, { kind: 'leaveOut', debitId }),
      ),
    'directDebit.end': ({ accountId }) =>
      asTenant((visit, { directDebits }) => directDebits.change(visit, accountId, { kind: 'end' })),
    'directDebit.printMandate': ({ accountId }) =>
      asTenant((visit, { directDebits }) => directDebits.print(visit, accountId, locale())),
    'directDebit.emailMandate': ({ accountId }) =>
      asTenant((visit, { directDebits }) => directDebits.sendByEmail(visit, accountId, locale())),
  };
}
