import type { KioskPrinter } from './printer.ts';

/**
 * The first in order that prints as it is; where none does, the first that answers, which somebody can see to; else
 * the first. A single one is not asked: it tells its state with the job itself.
 *
 * @param printers at least one
 */
export async function choosePrinter(printers: readonly KioskPrinter[]): Promise<KioskPrinter> {
  const [first, ...others] = printers;
  if (!first) throw new TypeError('there is no printer to choose from');
  if (others.length === 0) return first;
  const asked = printers.map((printer) => ({ printer, answer: printer.printer.check() }));
  let answering: KioskPrinter | null = null;
  for (const { printer, answer } of asked) {
    const condition = await answer;
    if (!condition.ok) continue;
    if (condition.value.name !== 'waiting') return printer;
    answering ??= printer;
  }
  return answering ?? first;
}
