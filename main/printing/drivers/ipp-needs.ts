/** What a printer's state reasons ask of the people around it (RFC 8011, section 5.4.12; PWG 5100.9). */
import type { PaperLevel, PaperSize, PrinterCondition, PrinterNeed } from '../printer.ts';
import { A4_MEDIA } from './ipp-media.ts';
import { type IppAttributes, keyword, keywords } from './ipp-message.ts';

/**
 * The gravest first. `stops` is false for what only stops some printers: one with another tray or another colour
 * goes on, so this is believed only of a printer that stands still.
 *
 * A reason carries a suffix, `-report`, `-warning` or `-error`, which printers choose freely: hence the beginnings.
 */
const REASONS: readonly { begins: string; need: PrinterNeed; stops: boolean }[] = [
  { begins: 'media-jam', need: 'jam', stops: true },
  { begins: 'cover-open', need: 'door', stops: true },
  { begins: 'door-open', need: 'door', stops: true },
  { begins: 'interlock-open', need: 'door', stops: true },
  { begins: 'media-needed', need: 'paper', stops: true },
  { begins: 'media-empty', need: 'paper', stops: false },
  { begins: 'input-tray-missing', need: 'paper', stops: false },
  { begins: 'toner-empty', need: 'toner', stops: false },
  { begins: 'marker-supply-empty', need: 'toner', stops: false },
  { begins: 'output-area-full', need: 'full', stops: true },
  { begins: 'output-tray-missing', need: 'other', stops: false },
  { begins: 'marker-waste-full', need: 'other', stops: false },
  { begins: 'moving-to-paused', need: 'held', stops: true },
  { begins: 'paused', need: 'held', stops: true },
  { begins: 'offline', need: 'offline', stops: true },
  { begins: 'shutdown', need: 'offline', stops: true },
  { begins: 'connecting-to-device', need: 'offline', stops: false },
  { begins: 'timed-out', need: 'offline', stops: false },
];

/** Null when nobody needs to do anything for the printer to go on. */
export function needOf(
  printer: IppAttributes,
  { isStandingStill }: { isStandingStill: boolean },
): PrinterNeed | null {
  const isStopped = keyword(printer, 'printer-state') === 'stopped';
  const reasons = keywords(printer, 'printer-state-reasons');
  const believed = REASONS.find(({ begins, stops }) =>
    reasons.some((reason) => {
      if (!reason.startsWith(begins)) return false;
      if (isStopped || reason.endsWith('-error')) return true;
      return !reason.endsWith('-report') && (stops || isStandingStill);
    }),
  );
  if (believed) return believed.need;
  return isStopped || reasons.some((reason) => reason.endsWith('-error')) ? 'other' : null;
}

/** It prints on, and what comes out may be pale. */
export function isTonerLow(printer: IppAttributes): boolean {
  return keywords(printer, 'printer-state-reasons').some(
    (reason) => reason.startsWith('toner-low') || reason.startsWith('marker-supply-low'),
  );
}

export function conditionOf(printer: IppAttributes, loaded: PaperSize): PrinterCondition {
  const paper = paperOf(printer, loaded);
  const isPrinting = keyword(printer, 'printer-state') === 'processing';
  const need = needOf(printer, { isStandingStill: false });
  if (need) return { name: 'waiting', need, paper };
  // An idle printer only reports its empty tray; it waits for paper as soon as it has a job.
  if (paper === 'empty' && !isPrinting) return { name: 'waiting', need: 'paper', paper };
  return { name: isPrinting ? 'busy' : 'ready', paper };
}

function paperOf(printer: IppAttributes, loaded: PaperSize): PaperLevel {
  const reasons = keywords(printer, 'printer-state-reasons');
  const says = (begins: string) => reasons.some((reason) => reason.startsWith(begins));
  if (says('media-empty') || says('media-needed')) return 'empty';
  if (says('media-low')) return 'low';
  // A roll has whatever name its maker gave it.
  const ready = keywords(printer, 'media-ready');
  const isLoaded = loaded === 'a4' ? ready.includes(A4_MEDIA) : ready.length > 0;
  return isLoaded ? 'loaded' : 'unknown';
}
