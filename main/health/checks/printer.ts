import type { ErrorCode } from '../../../preload/contract.ts';
import type { HealthCode } from '../../../preload/health-contract.ts';
import type { Printer, PrinterCondition } from '../../printing/printer.ts';
import type { Finding, PartCheck } from '../part-check.ts';

const CODES: Partial<Record<ErrorCode, HealthCode>> = {
  PRINTER_UNREACHABLE: 'PRINTER_UNREACHABLE',
  PRINTER_NOT_A_PRINTER: 'PRINTER_NOT_A_PRINTER',
  PRINTER_BUSY: 'PRINTER_BUSY',
};

/** One printer, asked for its state and for what it wants of people. */
export function checkPrinter(printerId: string, printer: Pick<Printer, 'check'>): PartCheck {
  return {
    part: 'printer',
    async check() {
      const answer = await printer.check();
      if (answer.ok) return findingOf(answer.value, printerId);
      const code = CODES[answer.error.code] ?? 'PRINTER_REFUSED';
      return { state: code === 'PRINTER_BUSY' ? 'degraded' : 'unfit', code, facts: { printerId } };
    },
  };
}

/** A printer of Windows' spooler that cannot be asked from here. */
export function spoolerOutOfReach(printerId: string, platform: NodeJS.Platform): PartCheck {
  const facts = { printerId, driver: 'windows-spooler' };
  return {
    part: 'printer',
    check: () =>
      platform === 'win32'
        ? { state: 'absent', code: 'NOT_CHECKED_HERE', facts }
        : { state: 'unfit', code: 'PRINTER_DRIVER_NOT_HERE', facts },
  };
}

function findingOf(condition: PrinterCondition, printerId: string): Finding {
  const facts = { printerId, paper: condition.paper };
  switch (condition.name) {
    case 'ready':
      return condition.paper === 'low'
        ? { state: 'degraded', code: 'PRINTER_PAPER_LOW', facts }
        : { state: 'fit', code: 'OK', facts };
    case 'busy':
      return { state: 'fit', code: 'PRINTER_BUSY', facts };
    case 'waiting':
      return { state: 'unfit', code: 'PRINTER_WAITING', facts: { ...facts, need: condition.need } };
    default:
      return condition satisfies never;
  }
}
