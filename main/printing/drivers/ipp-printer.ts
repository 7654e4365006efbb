/**
 * A network printer that speaks IPP (RFC 8011), driven directly: it tells of its paper and of each job until that
 * has ended, which no print queue in between does as well.
 */
import { isDeepStrictEqual } from 'node:util';
import type { PrintDocument, Printer, PrinterJobState } from '../printer.ts';
import { createIppConnection, type IppConnection, type IppConnectionOptions } from './ipp-connection.ts';
import { followJob } from './ipp-follow.ts';
import { callOffLeftovers } from './ipp-leftovers.ts';
import { conditionOf } from './ipp-needs.ts';
import { readPrinter, sendDocument } from './ipp-send.ts';

export function createIppPrinter(options: IppConnectionOptions): Printer {
  const connection = createIppConnection(options);
  return {
    async check() {
      const printer = await readPrinter(connection);
      return printer.ok ? { ok: true, value: conditionOf(printer.value, connection.paper) } : printer;
    },
    callOffLeftovers: (isOwn) => callOffLeftovers(connection, isOwn, options.log),
    print: (document, signal) => changesOnly(sendAndFollow(connection, document, signal)),
  };
}

async function* sendAndFollow(
  connection: IppConnection,
  document: PrintDocument,
  signal: AbortSignal,
): AsyncGenerator<PrinterJobState> {
  const job = yield* sendDocument(connection, document, signal);
  if (job) yield* followJob(connection, job, document.pageCount, signal);
}

async function* changesOnly(states: AsyncIterable<PrinterJobState>): AsyncGenerator<PrinterJobState> {
  let last: PrinterJobState | undefined;
  for await (const state of states) {
    if (isDeepStrictEqual(state, last)) continue;
    last = state;
    yield state;
  }
}
