import type { Books, KioskLine } from './books.ts';
import type { Stage } from './stage.ts';

/** All but what staff are shown, which somebody has to go and see. */
export async function readBooks(stage: Stage): Promise<Omit<Books, 'shownToStaff'>> {
  // The kiosk's first: what it does meanwhile is then found at the landlord's, and not the other way round.
  const kiosk = stage.kioskJournal();
  const landlord = await stage.landlordBook();
  const terminal = stage.terminal
    .journal()
    .map(({ amountCents, outcome }) => ({ amountCents, isApproved: outcome === 'approved' }));
  return { terminal, kiosk, landlord };
}

/** Nothing of it is under way: what is not known changes only when somebody asks. */
export function isAtRest(kiosk: readonly KioskLine[]): boolean {
  return kiosk.every(({ state }) => state === 'SETTLED' || state === 'NOT_PERFORMED' || state === 'UNKNOWN');
}
