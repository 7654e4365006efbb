import type { Log } from '../../log/log.ts';
import type { PaperSize } from '../printer.ts';
import { type AskPrinter, askPrinter, type Exchange } from './ipp-exchange.ts';
import type { IppOperation, IppRequest } from './ipp-message.ts';
import { type Clock, IPP_TIMES, type IppTimes, machineClock } from './ipp-times.ts';

/** One printer, the paper to print on, and how long to wait for it. */
export interface IppConnection {
  ask(request: IppRequest, limits: { timeoutMs: number; document?: Uint8Array }): Promise<Exchange>;
  readonly paper: PaperSize;
  /** A queue of CUPS stands between: it counts the pages that it has prepared, and believes that a job it lost is done. */
  readonly isQueue: boolean;
  readonly times: IppTimes;
  readonly clock: Clock;
}

export interface IppConnectionOptions {
  /** Stands in the log. */
  id: string;
  /** `ipp://…` or `ipps://…` */
  uri: string;
  paper: PaperSize;
  /** What the kiosk is called at the printer, to know its jobs again. No person's name goes there. */
  user?: string;
  log: Log;
  times?: Partial<IppTimes>;
  ask?: AskPrinter;
  clock?: Clock;
}

const USER_NAME = 'kiosk';
/** Where CUPS has its queues, and printers have nothing. */
const CUPS_QUEUES = '/printers/';

export function createIppConnection(options: IppConnectionOptions): IppConnection {
  const { id, uri, paper, log, user = USER_NAME, ask = askPrinter, clock = machineClock } = options;
  const noteTrouble = createTroubleNote(id, log);
  return {
    paper,
    isQueue: new URL(uri).pathname.startsWith(CUPS_QUEUES),
    clock,
    times: { ...IPP_TIMES, ...options.times },
    async ask(request, limits) {
      const operationAttributes = { ...request.operationAttributes, 'requesting-user-name': user };
      const exchange = await ask(uri, { ...request, operationAttributes }, limits);
      noteTrouble(request.operation, exchange);
      return exchange;
    },
  };
}

/** Writes what a technician needs to know each time that it changes: questions are asked again and again. */
function createTroubleNote(
  printerId: string,
  log: Log,
): (operation: IppOperation, exchange: Exchange) => void {
  let noted = '';
  return (operation, exchange) => {
    const trouble = troubleOf(exchange);
    if (trouble !== '' && trouble !== noted)
      log.warn('printing.printer-trouble', { printerId, operation, trouble });
    noted = trouble;
  };
}

function troubleOf(exchange: Exchange): string {
  if (exchange.ok) return exchange.answer.isSuccess ? '' : exchange.answer.status;
  const { failure } = exchange;
  return `${failure.kind} ${failure.kind === 'notIpp' ? (failure.httpStatus ?? '') : failure.cause}`.trimEnd();
}
