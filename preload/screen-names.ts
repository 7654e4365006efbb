/**
 * What each screen is called where it is spoken of: in the words that explain it, and at the desk when somebody calls
 * from it. A closed list, so that nothing else than a name can go out with a call.
 */
export const SCREEN_NAMES = [
  'account',
  'agencies',
  'alerts',
  'appointment',
  'cameraScan',
  'charges',
  'consumption',
  'createAccount',
  'directDebit',
  'documents',
  'efficash',
  'emailing',
  'followUps',
  'general',
  'goodToKnow',
  'home',
  'insurance',
  'lostPassword',
  'menu',
  'papers',
  'partnerSites',
  'payment',
  'paymentMethods',
  'paymentOutcome',
  'payments',
  'preview',
  'printing',
  'profile',
  'quickPay',
  'rentNotices',
  'requests',
  'signIn',
  'signature',
  'statement',
  'usefulNumbers',
  'withoutSigningIn',
] as const;

export type ScreenName = (typeof SCREEN_NAMES)[number];
