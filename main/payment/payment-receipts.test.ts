import { expect, test, vi } from 'vitest';
import { lastResortConfig } from '../config/last-resort-config.ts';
import { pretendPrintJobs } from '../printing/testing/pretend-print-jobs.ts';
import type { Visit } from '../session/visit.ts';
import type { Wish } from '../sync/outbox.ts';
import type { ListedPayment } from './past-payments.ts';
import type { TakenPayment } from './payment-on-screen.ts';
import { createPaymentReceipts } from './payment-receipts.ts';

const paymentId = '0197a0a0-0000-7000-8000-00007f3a21c9';
const unavailable = { ok: false, error: { code: 'RECEIPT_UNAVAILABLE' } } as const;
const tenant = { displayName: 'Mme Jeanne Martin', number: '104473', maskedEmail: null };

test('what was just paid is on paper with the terminal’s own ticket', async () => {
  const scene = arrange({ taken: taken({}) });

  const started = scene.receipts.print(paymentId, { visit: scene.visit, tenant }, 'fr');
  await scene.prepared();

  expect(started).toEqual({ ok: true, value: { jobId: 'job-1' } });
  expect(scene.draw).toHaveBeenCalledExactlyOnceWith({
    landlord: lastResortConfig.landlord,
    agency: { name: lastResortConfig.agency.name },
    tenantName: 'Mme Jeanne Martin',
    tenantNumber: '104473',
    leaseNumber: '004473',
    noticeReference: null,
    amountCents: 20_00,
    paidAt: '2018-07-11T09:00:00.000Z',
    reference: '7F3A-21C9',
    isWhole: false,
    means: 'cardAtKiosk',
    authorisationNumber: '240891',
    ticketText: 'CARTE BANCAIRE',
    issuedOn: '2018-07-12',
    locale: 'fr',
    paperSize: 'roll80',
  });
});

test('whoever paid a notice is not named, though somebody is signed in', async () => {
  const payable = { kind: 'rentNotice', reference: '00447320180736' } as const;
  const scene = arrange({ taken: taken({ payable }) });

  scene.receipts.print(paymentId, { visit: null, tenant: null }, 'en');
  await scene.prepared();

  expect(scene.draw).toHaveBeenCalledWith(
    expect.objectContaining({
      tenantName: null,
      tenantNumber: null,
      leaseNumber: null,
      noticeReference: '00447320180736',
    }),
  );
});

test('what was paid long ago says what the landlord knows of it', async () => {
  const receipt = { reference: 'R-1', paidAt: '2018-01-02T10:00:00Z', isWhole: true };
  const listed: ListedPayment = {
    accountId: 'account-004473',
    means: 'directDebit',
    amountCents: 5_00,
    receipt,
    authorisationNumber: null,
  };
  const scene = arrange({ listed });

  scene.receipts.print(paymentId, { visit: scene.visit, tenant }, 'fr');
  await scene.prepared();

  expect(scene.draw).toHaveBeenCalledWith(
    expect.objectContaining({ ...receipt, means: 'directDebit', ticketText: null }),
  );
});

test('an e-mail is wished for in the lane of its account, so that the payment is known before', () => {
  const scene = arrange({ taken: taken({}) });

  expect(scene.receipts.sendByEmail(scene.visit, paymentId, 'fr')).toEqual({
    ok: true,
    value: { deliveryId: 'delivery-1', state: 'saved' },
  });
  expect(scene.enqueue).toHaveBeenCalledExactlyOnceWith({
    kind: 'payment-receipt-delivery',
    accountId: 'account-004473',
    depositToken: 'deposit-token',
    payload: { accountId: 'account-004473', paymentId, locale: 'fr' },
  });
});

test('what this person was not shown has no receipt', () => {
  const scene = arrange({});

  expect(scene.receipts.print(paymentId, { visit: scene.visit, tenant }, 'fr')).toEqual(unavailable);
  expect(scene.receipts.sendByEmail(scene.visit, paymentId, 'fr')).toEqual(unavailable);
});

function arrange(given: { taken?: TakenPayment; listed?: ListedPayment }) {
  const printJobs = pretendPrintJobs();
  const draw = vi.fn(async () => ({ ok: false, error: { code: 'DOCUMENT_FAILED' } }) as const);
  const enqueue = vi.fn((_wish: Wish) => ({ ok: true, value: { deliveryId: 'delivery-1' } }) as const);
  const receipts = createPaymentReceipts({
    config: lastResortConfig,
    payments: { taken: () => given.taken ?? null },
    past: { listed: () => given.listed ?? null },
    outbox: { enqueue },
    printJobs,
    draw,
    // Half past midnight in Poitiers.
    now: () => new Date('2018-07-11T22:30:00Z'),
  });
  const account = { id: 'account-004473', lease: { number: '004473' } };
  const visit = {
    depositToken: 'deposit-token',
    connection: { listAccountsForPaper: async () => ({ ok: true, value: [account] }) },
  } as unknown as Visit;
  return {
    receipts,
    draw,
    enqueue,
    visit,
    prepared: () => printJobs.prepared('roll80'),
  };
}

function taken(changes: Partial<TakenPayment>): TakenPayment {
  return {
    paymentId,
    payable: { kind: 'account', accountId: 'account-004473' },
    accountId: 'account-004473',
    amountCents: 20_00,
    paidAt: '2018-07-11T09:00:00.000Z',
    isWhole: false,
    authorisationNumber: '240891',
    ticketText: 'CARTE BANCAIRE',
    ...changes,
  };
}
