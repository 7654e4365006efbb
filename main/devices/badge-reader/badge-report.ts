/** A report of a badge reader, held against the form that the configuration says it has. */
import { looksLikeTrack } from '../keyboard-wedge/track-shaped-input.ts';
import type { BadgeFormat } from './badge-settings.ts';

type ReportFormat = Exclude<BadgeFormat, { coding: 'pcprox' }>;

const FEWEST_BYTES = 3;
const MOST_BYTES = 10;

/** The number of the badge; null for whatever has not exactly this form. */
export function readBadgeReport(format: ReportFormat, report: Buffer): string | null {
  const head = Buffer.from(format.startsWith, 'hex');
  if (report.length !== format.reportBytes || !report.subarray(0, head.length).equals(head)) return null;
  return format.coding === 'bytes' ? numberInBytes(format, report) : numberInText(format, report);
}

/** Figures of a badge: not those of an empty field. */
export function isBadgeNumber(number: string, figures: 'decimal' | 'hexadecimal'): boolean {
  const isWritten = (figures === 'decimal' ? /^\d+$/ : /^[0-9A-F]+$/).test(number);
  return isWritten && !/^(?:0+|F+)$/.test(number);
}

function numberInBytes(format: Extract<ReportFormat, { coding: 'bytes' }>, report: Buffer): string | null {
  const { startAt, length, order, figures } = format;
  const bytes = 'at' in length ? (report[length.at] ?? 0) : length.bytes;
  if (bytes < FEWEST_BYTES || bytes > MOST_BYTES || startAt + bytes > report.length) return null;
  if (!isEmpty(report.subarray(startAt + bytes))) return null;

  const sent = Buffer.from(report.subarray(startAt, startAt + bytes));
  const written = (order === 'reversed' ? sent.reverse() : sent).toString('hex').toUpperCase();
  // An empty field shows as one in bytes, whatever figures they become.
  if (!isBadgeNumber(written, 'hexadecimal')) return null;
  return figures === 'hexadecimal' ? written : BigInt(`0x${written}`).toString();
}

function numberInText(format: Extract<ReportFormat, { coding: 'text' }>, report: Buffer): string | null {
  const { startAt, signs, endsWith, figures } = format;
  const end = Buffer.from(endsWith, 'hex');
  const behind = report.subarray(startAt + signs);
  if (!behind.subarray(0, end.length).equals(end) || !isEmpty(behind.subarray(end.length))) return null;

  const number = report.toString('latin1', startAt, startAt + signs).toUpperCase();
  return isBadgeNumber(number, figures) && !looksLikeTrack(report.toString('latin1')) ? number : null;
}

function isEmpty(rest: Buffer): boolean {
  return rest.every((byte) => byte === 0);
}
