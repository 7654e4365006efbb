/** The kiosk's terminal, opened when it is first needed: the start of the program does not wait for its driver. */
import type { Log } from '../log/log.ts';
import type { PaymentTerminal } from './terminal/payment-terminal.ts';

export interface TerminalOnDemand {
  /** As the journal calls it; null for a kiosk at which nobody pays by card. */
  readonly name: string | null;
  /** Null when there is none, or it cannot be opened now. */
  ready(): Promise<PaymentTerminal | null>;
  close(): Promise<void>;
}

export function createTerminalOnDemand(parts: {
  name: string | null;
  open: () => Promise<PaymentTerminal>;
  log: Log;
}): TerminalOnDemand {
  const { name, open, log } = parts;
  let opening: Promise<PaymentTerminal | null> | null = null;

  return {
    name,
    ready() {
      if (name === null) return Promise.resolve(null);
      opening ??= open().catch((error: unknown) => {
        log.error('payment.terminal-not-opened', {
          terminal: name,
          name: error instanceof Error ? error.name : typeof error,
        });
        // Tried anew by the next who needs it.
        opening = null;
        return null;
      });
      return opening;
    },
    async close() {
      const terminal = await opening;
      await terminal?.close();
    },
  };
}
