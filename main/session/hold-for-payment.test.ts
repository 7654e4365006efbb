import { expect, test, vi } from 'vitest';
import type { Payment } from '../../preload/payment-contract.ts';
import { holdForPayment } from './hold-for-payment.ts';

const payment = { paymentId: 'p-1' } as Payment;

test.each<[Payment['state'], 'held' | 'done' | 'failed']>([
  [{ name: 'connecting' }, 'held'],
  [{ name: 'waitingForCard' }, 'held'],
  [{ name: 'processing' }, 'held'],
  [{ name: 'checking' }, 'held'],
  [{ name: 'approved', approvedAt: '2018-07-11T09:00:00Z', isWhole: true, hasTicket: false }, 'done'],
  [{ name: 'notPerformed', reason: 'refused' }, 'failed'],
  [{ name: 'unknown' }, 'failed'],
])('while it is %j, the end of the session is %s', (state, expected) => {
  const session = { hold: vi.fn(), release: vi.fn() };

  holdForPayment(session, { ...payment, state });

  if (expected === 'held') expect(session.hold).toHaveBeenCalledWith({ reason: 'payment', id: 'p-1' });
  else expect(session.release).toHaveBeenCalledWith('p-1', expected);
});
