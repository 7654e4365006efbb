/** What holds for every driver, the next one too: one payment at a time, no card number, always an outcome. */
import type { Log } from '../../log/log.ts';
import { looksLikeCardNumber } from './card-number.ts';
import type { PaymentOrder, PaymentOutcome, PaymentTerminal, PaymentUnderWay } from './payment-terminal.ts';
import { alreadyOver, underWay } from './payment-under-way.ts';

export function guarded(driver: string, terminal: PaymentTerminal, log: Log): PaymentTerminal {
  let isBusy = false;

  function start(order: PaymentOrder): PaymentUnderWay {
    if (!Number.isSafeInteger(order.amountCents) || order.amountCents < 1)
      return alreadyOver({ outcome: 'NOT_SENT', reason: 'AMOUNT_NOT_POSSIBLE' });
    if (isBusy) return alreadyOver({ outcome: 'NOT_SENT', reason: 'TERMINAL_BUSY' });

    isBusy = true;
    const startedAt = performance.now();
    const payment = terminal.start(order);
    return underWay({
      abandon: () => payment.abandon(),
      async run(tell) {
        payment.follow(tell);
        const outcome = await checked(payment.outcome, 'start', order.attemptId);
        isBusy = false;
        log.info('payment.terminal-outcome', {
          driver,
          attemptId: order.attemptId,
          ...codesOf(outcome),
          durationMs: Math.round(performance.now() - startedAt),
        });
        return outcome;
      },
    });
  }

  /** A driver that breaks has perhaps taken money before. */
  async function checked<Outcome extends PaymentOutcome>(
    pending: Promise<Outcome>,
    during: string,
    attemptId: string,
  ): Promise<Outcome | Extract<PaymentOutcome, { outcome: 'UNKNOWN' }>> {
    try {
      return withoutCardNumber(await pending);
    } catch (error) {
      // Its message may quote the terminal.
      const kind = error instanceof Error ? error.name : typeof error;
      log.error('payment.driver-failed', { driver, during, attemptId, kind });
      return { outcome: 'UNKNOWN', reason: 'DRIVER_FAILED' };
    }
  }

  return {
    can: terminal.can,
    start,
    recover: (attempt) => checked(terminal.recover(attempt), 'recover', attempt.attemptId),
    test: () => terminal.test(),
    close: () => terminal.close(),
  };
}

function withoutCardNumber<Outcome extends PaymentOutcome>(
  outcome: Outcome,
): Outcome | Extract<PaymentOutcome, { outcome: 'UNKNOWN' }> {
  if (outcome.outcome !== 'APPROVED') return outcome;
  const kept = [...Object.values(outcome.facts), outcome.ticket];
  const isSafe = kept.every((text) => text === null || !looksLikeCardNumber(text));
  return isSafe ? outcome : { outcome: 'UNKNOWN', reason: 'CARD_NUMBER_IN_ANSWER' };
}

/** Of an outcome, what may stand in a log. */
export function codesOf(outcome: PaymentOutcome): { outcome: string; reason: string | null } {
  return { outcome: outcome.outcome, reason: outcome.outcome === 'APPROVED' ? null : outcome.reason };
}
