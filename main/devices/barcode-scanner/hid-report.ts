/**
 * The reports of barcode scanners over HID (USB HID POS Usage Tables 1.02, page 0x8C), in the form in which the makers
 * send them: a code that does not fit into one report goes on in the next.
 */

export const SCANNER_USAGE_PAGE = 0x8c;
export const SCANNER_USAGE = 0x02;

const REPORT_ID = 0x02;
const LENGTH_AT = 1;
/** Three characters that name the kind of code, `]Q1` for a QR code (ISO/IEC 15424). */
const AIM_IDENTIFIER_AT = 2;
const AIM_IDENTIFIER_BEGINS = 0x5d;
const DATA_AT = 5;
/** Behind the data stand two bytes of the maker's, and whether the code goes on. */
const BYTES_BEHIND_DATA = 3;

export interface ScannedPart {
  readonly data: Buffer;
  readonly goesOn: boolean;
}

/** Null for whatever has another form. */
export function readScannerReport(report: Buffer): ScannedPart | null {
  const length = report[LENGTH_AT] ?? 0;
  const room = report.length - DATA_AT - BYTES_BEHIND_DATA;
  const isCode = report[0] === REPORT_ID && report[AIM_IDENTIFIER_AT] === AIM_IDENTIFIER_BEGINS;
  if (!isCode || length === 0 || length > room) return null;
  return { data: report.subarray(DATA_AT, DATA_AT + length), goesOn: report.at(-1) !== 0 };
}

/** What stands in a code of ours. Null for whatever holds something else than one line of printed signs. */
export function textOf(data: Buffer): string | null {
  const text = data.toString('latin1').replace(/[\r\n\t]+$/, '');
  return /^[\x20-\x7e]+$/.test(text) ? text : null;
}
