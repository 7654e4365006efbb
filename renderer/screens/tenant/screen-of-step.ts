import type { ScreenName } from '../../../preload/screen-names.ts';

/** By what the steps of a service are explained that do not say it themselves. A service that is not here: in general. */
const SCREENS: Readonly<Record<string, ScreenName>> = {
  account: 'account',
  agencies: 'agencies',
  alerts: 'alerts',
  appointment: 'appointment',
  assistance: 'newRequest',
  cashSlip: 'efficash',
  charges: 'charges',
  consumption: 'consumption',
  contact: 'profile',
  directDebit: 'directDebit',
  family: 'profile',
  followUps: 'followUps',
  goodToKnow: 'goodToKnow',
  handIn: 'documents',
  home: 'home',
  insurance: 'insurance',
  leasePapers: 'papers',
  menu: 'menu',
  partnerSites: 'partnerSites',
  pay: 'payment',
  paymentMethods: 'paymentMethods',
  payments: 'payments',
  rentPapers: 'rentNotices',
  requests: 'requests',
  statement: 'statement',
  usefulNumbers: 'usefulNumbers',
  work: 'profile',
  writeRequest: 'newRequest',
};

export function screenOfStep(step: string): ScreenName {
  return SCREENS[step] ?? 'general';
}
