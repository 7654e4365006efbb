import type {
  AbandonAnswer,
  PaymentAttempt,
  PaymentOrder,
  PaymentOutcome,
  PaymentTerminal,
  Recovery,
  TerminalState,
} from '../terminal/payment-terminal.ts';
import { NO_FACTS } from '../terminal/payment-terminal.ts';
import { underWay } from '../terminal/payment-under-way.ts';
import type { TerminalOnDemand } from '../terminal-on-demand.ts';

export const TAKEN: PaymentOutcome = { outcome: 'APPROVED', facts: NO_FACTS, ticket: 'CARTE BANCAIRE' };

/** A terminal that does what a test says, when it says so. */
export interface PretendTerminal extends TerminalOnDemand {
  readonly orders: readonly PaymentOrder[];
  readonly asked: readonly PaymentAttempt[];
  readonly abandonings: readonly string[];
  tell(state: TerminalState): void;
  /** Ends the payment under way, and waits until everybody has heard. */
  end(outcome: PaymentOutcome): Promise<void>;
  /** What it answers when it is asked afterwards. */
  recovery: Recovery;
  isThere: boolean;
}

export function pretendTerminal(
  can: Partial<PaymentTerminal['can']> = {},
  onOrder: () => void = () => undefined,
): PretendTerminal {
  const orders: PaymentOrder[] = [];
  const asked: PaymentAttempt[] = [];
  const abandonings: string[] = [];
  let tellState: (state: TerminalState) => void = () => undefined;
  let outcome = Promise.withResolvers<PaymentOutcome>();

  const terminal: PaymentTerminal = {
    can: { recover: false, abandon: false, ticket: true, ...can },
    start(order) {
      onOrder();
      orders.push(order);
      outcome = Promise.withResolvers();
      return underWay({
        run(tell) {
          tellState = tell;
          return outcome.promise;
        },
        async abandon(): Promise<AbandonAnswer> {
          abandonings.push(order.attemptId);
          return 'pressRedButton';
        },
      });
    },
    async recover(attempt) {
      asked.push(attempt);
      return pretend.recovery;
    },
    test: async () => ({ reachable: true }),
    close: async () => undefined,
  };

  const pretend: PretendTerminal = {
    name: 'caisse-ap',
    orders,
    asked,
    abandonings,
    recovery: { outcome: 'UNKNOWN', reason: 'NOT_RECOVERABLE' },
    isThere: true,
    ready: async () => (pretend.isThere ? terminal : null),
    close: async () => undefined,
    tell: (state) => tellState(state),
    async end(ended) {
      outcome.resolve(ended);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
  return pretend;
}
