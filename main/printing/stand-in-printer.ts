/** A printer in memory for tests: it does as it is told. */
import type { Result } from '../../preload/contract.ts';
import {
  isFinal,
  type PrintDocument,
  type Printer,
  type PrinterCondition,
  type PrinterJobState,
} from './printer.ts';

export interface StandInPrinter extends Printer {
  /** Every document handed to it, the oldest first. */
  readonly documents: readonly PrintDocument[];
  /** What `check` answers from now on. */
  setCondition(condition: Result<PrinterCondition>): void;
  /** The next state of the job that is printing, or of the next one when none is. */
  tell(state: PrinterJobState): void;
  /** It no longer answers a cancellation; until then it agrees at once. */
  ignoreCancellations(): void;
}

export function createStandInPrinter(): StandInPrinter {
  const documents: PrintDocument[] = [];
  const told: PrinterJobState[] = [];
  let heedsCancellations = true;
  let condition: Result<PrinterCondition> = { ok: true, value: { name: 'ready', paper: 'loaded' } };
  let wakeUp = () => {};

  function tell(state: PrinterJobState): void {
    told.push(state);
    wakeUp();
  }

  return {
    documents,
    tell,
    setCondition(next) {
      condition = next;
    },
    ignoreCancellations() {
      heedsCancellations = false;
    },
    check: async () => condition,
    callOffLeftovers: async () => {},
    async *print(document, signal) {
      documents.push(document);
      const onAbort = () => heedsCancellations && tell({ name: 'cancelled' });
      signal.addEventListener('abort', onAbort);
      try {
        for (;;) {
          const state = told.shift();
          if (state) {
            yield state;
            if (isFinal(state)) return;
          } else {
            await new Promise<void>((resolve) => {
              wakeUp = resolve;
            });
          }
        }
      } finally {
        signal.removeEventListener('abort', onAbort);
      }
    },
  };
}
