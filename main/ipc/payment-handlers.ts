/** What each call about money does: one entry a channel, each handing over to the part that knows. */
import type { paymentCalls } from '../../preload/payment-contract.ts';
import type { OpenParts } from '../open-parts.ts';
import type { Session } from '../session/session.ts';
import type { AsStaff } from './as-staff.ts';
import type { AsTenant } from './as-tenant.ts';
import type { Handlers } from './router.ts';

/** Those of rent notices are in a room of their own. */
type PaymentHandlers = Pick<Handlers, Exclude<keyof typeof paymentCalls, `rentNotice.${string}`>>;

export function createPaymentHandlers(from: {
  session: Pick<Session, 'snapshot'>;
  parts: Promise<OpenParts>;
  asTenant: AsTenant;
  asStaff: AsStaff;
}): PaymentHandlers {
  const { session, parts, asTenant, asStaff } = from;

  return {
    'payment.offer': ({ payable }) =>
      payable.kind === 'account'
        ? asTenant((visit, { money }) => money.payments.offer(payable, visit))
        : parts.then(({ money }) => money.payments.offer(payable, null)),
    'payment.start': ({ payable, amountCents }) =>
      payable.kind === 'account'
        ? asTenant((visit, { money }) => money.payments.pay(payable, amountCents, visit))
        : parts.then(({ money }) => money.payments.pay(payable, amountCents, null)),
    'payment.abandon': async ({ paymentId }) => (await parts).money.payments.abandon(paymentId),
    'payment.read': async () => (await parts).money.payments.read(),
    'payment.printReceipt': async ({ paymentId }) => {
      const { money, visits } = await parts;
      const snapshot = session.snapshot();
      const tenant = snapshot.state === 'tenant' ? snapshot.tenant : null;
      const person = { visit: visits.current(), tenant };
      return money.receipts.print(paymentId, person, snapshot.access.locale);
    },
    'payment.emailReceipt': ({ paymentId }) =>
      asTenant((visit, { money }) =>
        money.receipts.sendByEmail(visit, paymentId, session.snapshot().access.locale),
      ),
    'payment.list': (request) => asTenant((visit, { money }) => money.past.list(visit, request)),
    'paymentMethods.printForm': async () => {
      const { directDebitForms, visits } = await parts;
      const snapshot = session.snapshot();
      const visit = visits.current();
      const person =
        snapshot.state === 'tenant' && visit
          ? { tenant: snapshot.tenant, connection: visit.connection }
          : null;
      return directDebitForms.print(person, snapshot.access.locale);
    },
    'paymentMethods.emailForm': () =>
      asTenant((visit, { directDebitForms }) =>
        directDebitForms.sendByEmail(visit, session.snapshot().access.locale),
      ),

    'staff.listUnknownPayments': () => asStaff(({ money }) => money.unknownOutcomes.list()),
    'staff.askTerminal': ({ paymentId }) =>
      asStaff(({ money }, staffId) => money.unknownOutcomes.askTerminal(paymentId, staffId)),
    'staff.settlePayment': ({ paymentId, charged, reason }) =>
      asStaff(({ money }, staffId) => money.unknownOutcomes.settle(paymentId, { charged, reason, staffId })),
  };
}
