/** In which states of the session a call is allowed. What is not listed is refused. */
import type { Channel, SessionSnapshot } from '../../preload/contract.ts';

type State = SessionSnapshot['state'];

const ALWAYS: readonly State[] = [
  'starting',
  'attract',
  'signedOut',
  'tenant',
  'slowed',
  'ending',
  'outOfService',
];
const SOMEBODY_THERE: readonly State[] = ['signedOut', 'tenant'];
const SIGNED_IN: readonly State[] = ['tenant'];

export const rights: Readonly<Record<Channel, readonly State[]>> = {
  'kiosk.bootstrap': ALWAYS,
  'session.read': ALWAYS,
  'session.begin': ['attract'],
  'session.activity': ALWAYS,
  'session.setAccess': ['attract', 'signedOut', 'tenant'],
  'session.signIn': ['signedOut'],
  'session.moreTime': SOMEBODY_THERE,
  // To leave and have everything wiped harms nobody, and cannot wait.
  'session.end': [...SOMEBODY_THERE, 'slowed'],
  'session.stay': SOMEBODY_THERE,
  'account.list': SIGNED_IN,
  'account.readLedger': SIGNED_IN,
  'statement.sendByEmail': SIGNED_IN,
  'statement.print': SIGNED_IN,
  'printing.cancel': SIGNED_IN,
};
