import type { AbandonAnswer, PaymentOutcome, PaymentUnderWay, TerminalState } from './payment-terminal.ts';

/** What a driver does for one payment: tells its states, and comes to an outcome. */
export interface PaymentWork {
  run(tell: (state: TerminalState) => void): Promise<PaymentOutcome>;
  abandon(): Promise<AbandonAnswer>;
}

export function underWay({ run, abandon }: PaymentWork): PaymentUnderWay {
  const listeners = new Set<(state: TerminalState) => void>();
  let state: TerminalState = 'connecting';
  let isOver = false;

  const outcome = run((next) => {
    if (isOver || next === state) return;
    state = next;
    for (const listen of listeners) listen(next);
  }).finally(() => {
    isOver = true;
    listeners.clear();
  });

  return {
    outcome,
    abandon,
    follow(listen) {
      listen(state);
      if (!isOver) listeners.add(listen);
      return () => listeners.delete(listen);
    },
  };
}

/** For a payment that ends before it begins. */
export function alreadyOver(outcome: PaymentOutcome): PaymentUnderWay {
  return underWay({ run: async () => outcome, abandon: async () => 'requested' });
}
