/** How far a payment had come when the kiosk died. */
import type { KioskLine } from './books.ts';

export const INSTANTS = [
  'before the terminal was asked',
  'while the terminal was at work',
  'after the terminal had decided',
  'during the delivery',
  'when all was done',
] as const;

export type Instant = (typeof INSTANTS)[number];

export function instantOf(
  kiosk: KioskLine['state'] | null,
  terminal: { readonly hasDecided: boolean },
): Instant {
  switch (kiosk) {
    case null:
    case 'CREATED':
      return 'before the terminal was asked';
    case 'SENT':
      return terminal.hasDecided ? 'after the terminal had decided' : 'while the terminal was at work';
    case 'APPROVED':
      return 'during the delivery';
    case 'NOT_PERFORMED':
    case 'UNKNOWN':
    case 'SETTLED':
      return 'when all was done';
    default:
      return kiosk satisfies never;
  }
}
