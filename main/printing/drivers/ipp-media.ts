/** What a job is to be printed on, as IPP says it. */
import type { PaperSize, PrintDocument } from '../printer.ts';
import type { IppRequest } from './ipp-message.ts';

/** By its name in PWG 5101.1. */
export const A4_MEDIA = 'iso_a4_210x297mm';
/** The names under which a printer says that it has no such paper. */
export const MEDIA_ATTRIBUTES = ['media', 'media-col'] as const;

const ROLL_WIDTH_MILLIMETRES = 80;
/** PWG 5100.7, section 6.3.1.15: hundredths of a millimetre. */
const UNITS_IN_A_MILLIMETRE = 100;

/** A roll is as long as what is printed on it, so it has no name, only a size. */
export function mediaOf(
  paper: PaperSize,
  { lengthMillimetres }: Pick<PrintDocument, 'lengthMillimetres'>,
): NonNullable<IppRequest['jobAttributes']> {
  if (paper === 'a4' || lengthMillimetres === undefined) return { media: A4_MEDIA };
  return {
    'media-col': {
      'media-size': {
        'x-dimension': ROLL_WIDTH_MILLIMETRES * UNITS_IN_A_MILLIMETRE,
        'y-dimension': Math.ceil(lengthMillimetres) * UNITS_IN_A_MILLIMETRE,
      },
    },
  };
}
