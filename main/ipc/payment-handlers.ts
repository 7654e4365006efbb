/** What each call about money does: one entry a channel, each handing over to the part that knows. */
import type { Result } from '../../preload/contract.ts';
import type { paymentCalls } from '../../preload/payment-contract.ts';
import type { OpenParts } from '../open-parts.ts';
import type { Session } from '../session/session.ts';
import type { AsTenant } from './as-tenant.ts';
import type { Handlers } from './router.ts';

/** Those of rent notices are in a room of their own. */
type PaymentHandlers = Pick<Handlers, Exclude<keyof typeof paymentCalls, `rentNotice.${string}`>>;

/** The parts may never be there: that may be why the technician has come. */
const PARTS_PATIENCE_MS = 3_000;

const SESSION_OVER = { ok: false, error: { code: 'SESSION_OVER' } } as const;

export function createPaymentHandlers(from: {
  session: Pick<Session, 'snapshot'>;
  parts: Promise<OpenParts>;
  asTenant: AsTenant;
}): PaymentHandlers {
  const { session, parts, asTenant } = from;

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

  async function asStaff<Value>(
    act: (opened: OpenParts, staffId: string) => Result<Value> | Promise<Result<Value>>,
  ): Promise<Result<Value>> {
    const opened = await withinPatience(parts);
    if (opened === null) return { ok: false, error: { code: 'STORE_UNAVAILABLE' } };
    const snapshot = session.snapshot();
    return snapshot.state === 'technician' ? act(opened, snapshot.staffId) : SESSION_OVER;
  }
}

async function withinPatience<Value>(pending: Promise<Value>): Promise<Value | null> {
  const patience = Promise.withResolvers<null>();
  const timer = setTimeout(() => patience.resolve(null), PARTS_PATIENCE_MS);
  try {
    return await Promise.race([pending, patience.promise]);
  } finally {
    clearTimeout(timer);
  }
}
