/** Where a member of staff at the desk may suggest to go. A closed list: nobody is led anywhere else. */
export const GUIDE_PAGES = [
  'home',
  'signIn',
  'withoutSigningIn',
  'createAccount',
  'lostPassword',
  'account',
  'statement',
  'payments',
  'paymentMethods',
  'directDebit',
  'writeRequest',
  'requests',
  'followUps',
  'appointment',
  'rentPapers',
  'leasePapers',
  'insurance',
  'handIn',
  'consumption',
  'charges',
  'contact',
  'family',
  'work',
  'usefulNumbers',
  'agencies',
  'goodToKnow',
  'alerts',
  'partnerSites',
] as const;

export type GuidePage = (typeof GUIDE_PAGES)[number];

/** What whoever is guided answers with one touch, in the words of their language and of the desk's. */
export const GUIDE_SENTENCES = ['yes', 'no', 'thanks', 'notUnderstood', 'slower', 'comeHere'] as const;

export type GuideSentence = (typeof GUIDE_SENTENCES)[number];

/** Why nobody is guided any more. */
export const GUIDE_ENDS = [
  'person',
  'declined',
  'desk',
  'network',
  'quiet',
  'expired',
  'hostile',
  /** A member of staff is beside them: one at a time. */
  'here',
  /** Whoever guides is the tenant who is signed in. */
  'ownAccount',
] as const;
