import { created, problem } from '../answer.ts';
import type { LandlordSystem } from '../landlord-system.ts';
import { rentNoticesOf } from '../rent-notices.ts';
import type { PerformOperation } from './operation.ts';

type Payable = { kind: 'account'; accountId: string } | { kind: 'rentNotice'; reference: string };

interface PaymentReport {
  payable: Payable;
  amountCents: number;
  paidAt: string;
  isWhole: boolean;
  terminal: { authorisationNumber: string | null; settledByStaff: boolean };
}

export const createPayment: PerformOperation = (request, _caller, system) => {
  const { payable, amountCents, paidAt, isWhole, terminal } = request.body as PaymentReport;
  const accountId = accountPaid(payable, system);
  if (accountId === null) {
    return problem(payable.kind === 'account' ? 'account.unknown' : 'rent_notice.unknown');
  }
  const { authorisationNumber, settledByStaff } = terminal;
  const { id, receivedAt } = system.payments.receive({
    id: (request.headers['idempotency-key'] ?? '').toLowerCase(),
    accountId,
    amountCents,
    paidAt,
    isWhole,
    authorisationNumber,
    settledByStaff,
  });
  return created({ id, receivedAt });
};

function accountPaid(payable: Payable, { books, today }: LandlordSystem): string | null {
  switch (payable.kind) {
    case 'account':
      return books.withAccount(payable.accountId)?.account.id ?? null;
    case 'rentNotice':
      return (
        rentNoticesOf(books, today).find(({ reference }) => reference === payable.reference)?.account.id ??
        null
      );
  }
}
