/** A payment that is under way holds up the end of the session: nobody leaves without knowing what became of it. */
import type { Payment } from '../../preload/payment-contract.ts';
import type { Session } from './session.ts';

export function holdForPayment(
  session: Pick<Session, 'hold' | 'release'>,
  { paymentId, state }: Payment,
): void {
  switch (state.name) {
    case 'connecting':
    case 'waitingForCard':
    case 'processing':
    case 'checking':
      session.hold({ reason: 'payment', id: paymentId });
      break;
    case 'approved':
      session.release(paymentId, 'done');
      break;
    case 'notPerformed':
    case 'unknown':
      session.release(paymentId, 'failed');
      break;
    default:
      state satisfies never;
  }
}
