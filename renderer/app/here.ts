import type { Bootstrap } from '../../preload/contract.ts';

/** Where this kiosk stands, as far as people are told. */
export type Here = Pick<Bootstrap, 'agency' | 'locales' | 'hasScanner'>;

/** Main did not say: the screens then speak French and name no telephone. */
export const NOWHERE: Here = {
  agency: { name: '', phone: '', openingHours: [] },
  locales: ['fr'],
  hasScanner: false,
};
