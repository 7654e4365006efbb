/** Prints on a scripted printer and gathers what the driver tells, for tests of the driver. */
import { silentLog } from '../../log/log.ts';
import type { PaperSize, PrintDocument, PrinterJobState } from '../printer.ts';
import type { IppOperation } from './ipp-message.ts';
import { createIppPrinter } from './ipp-printer.ts';
import { createScriptedIpp, type Script, type ScriptedIpp } from './scripted-ipp.ts';

export const aDocument = { pdf: Buffer.from('%PDF-1.7'), pageCount: 3, jobName: 'job-1' };

const PRINTER = 'ipp://printer.example/ipp/print';

function printerOn({ ask, clock }: ScriptedIpp, paper: PaperSize = 'a4', uri = PRINTER) {
  return createIppPrinter({
    id: 'a4',
    uri,
    paper,
    log: silentLog,
    ask,
    clock,
  });
}

export async function gather(told: AsyncIterable<PrinterJobState>): Promise<PrinterJobState[]> {
  const states: PrinterJobState[] = [];
  for await (const state of told) states.push(state);
  return states;
}

export async function printOn(
  script: Script,
  { paper, uri, document = aDocument }: { paper?: PaperSize; uri?: string; document?: PrintDocument } = {},
): Promise<{ ipp: ScriptedIpp; states: PrinterJobState[] }> {
  const ipp = createScriptedIpp(script);
  const states = await gather(printerOn(ipp, paper, uri).print(document, new AbortController().signal));
  return { ipp, states };
}

/** Prints, and aborts when this operation is asked for the first time. */
export async function printAndCancelAt(operation: IppOperation, script: Script) {
  const ipp = createScriptedIpp(script);
  const cancellation = new AbortController();
  ipp.onAsked(operation, () => cancellation.abort());
  const states = await gather(printerOn(ipp).print(aDocument, cancellation.signal));
  return { ipp, states };
}

export function failed(code: string) {
  return { name: 'failed', error: { code } };
}
