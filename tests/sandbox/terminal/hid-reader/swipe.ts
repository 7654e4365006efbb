import { z } from 'zod';
import { TEST_CARDS, USUAL_CARD } from '../test-cards.ts';
import { clearSwipe, encryptedSwipe, failedSwipe, REPORT_LENGTH } from './report.ts';

export const swipeSchema = z.strictObject({
  kind: z.enum(['encrypted', 'clear', 'failed', 'garbage', 'twice']).default('encrypted'),
  /** By its place in TEST_CARDS. */
  card: z.int().min(0).max(4).default(0),
  /** Only so much of the report arrives. */
  cutAfterBytes: z.int().min(0).max(REPORT_LENGTH).optional(),
});

export type NewSwipe = z.input<typeof swipeSchema>;
export type Swipe = z.output<typeof swipeSchema>;

const GARBAGE_BYTE = 0xa5;

/** The reports that a swipe makes. */
export function reportsOf({ kind, card, cutAfterBytes }: Swipe, swipe: number): Buffer[] {
  const used = TEST_CARDS[card] ?? USUAL_CARD;
  return reports().map((report) => report.subarray(0, cutAfterBytes));

  function reports(): Buffer[] {
    switch (kind) {
      case 'encrypted':
        return [encryptedSwipe(used, swipe)];
      case 'twice':
        return [encryptedSwipe(used, swipe), encryptedSwipe(used, swipe)];
      case 'clear':
        return [clearSwipe(used)];
      case 'failed':
        return [failedSwipe(swipe)];
      case 'garbage':
        return [Buffer.alloc(REPORT_LENGTH, GARBAGE_BYTE)];
    }
  }
}
