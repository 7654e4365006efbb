import type { HealthCode } from '../../../preload/health-contract.ts';
import type { NotSentReason, TerminalCheck } from '../../payment/terminal/payment-terminal.ts';
import type { StoreLook } from '../../store/look-into-store.ts';
import type { PartCheck } from '../part-check.ts';

/** What is not about the way to the terminal is about how it, or the kiosk, is set up. */
const NOT_REACHED: readonly NotSentReason[] = ['CONNECTION_REFUSED', 'UNREACHABLE', 'DEVICE_ABSENT'];

/** The payment terminal, and the payments of which it alone knows what became. */
export function checkPaymentTerminal(terminal: {
  driver: string;
  test: () => Promise<TerminalCheck>;
  look: () => Promise<StoreLook>;
  /** A terminal that is at a payment is left alone. */
  isPaying: () => boolean;
}): PartCheck {
  const { driver, test, look, isPaying } = terminal;
  return {
    part: 'paymentTerminal',
    async check() {
      const seen = await look();
      const { unknown, withCardNumber } = seen.ok ? seen.payments : { unknown: null, withCardNumber: 0 };
      const facts = { driver, unknownPayments: unknown };
      if (isPaying()) return { state: 'fit', code: 'TERMINAL_BUSY', facts };
      if (withCardNumber > 0) return { state: 'unfit', code: 'TERMINAL_SENDS_CARD_NUMBERS', facts };
      const answer = await test();
      if (!answer.reachable) {
        return { state: 'unfit', code: codeOf(answer.reason), facts: { ...facts, cause: answer.reason } };
      }
      if (unknown !== null && unknown > 0) return { state: 'degraded', code: 'PAYMENTS_UNKNOWN', facts };
      return { state: 'fit', code: 'OK', facts };
    },
  };
}

function codeOf(reason: NotSentReason): HealthCode {
  return NOT_REACHED.includes(reason) ? 'TERMINAL_UNREACHABLE' : 'TERMINAL_REFUSED';
}
