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
  'technician',
];
const SOMEBODY_THERE: readonly State[] = ['signedOut', 'tenant'];
const SIGNED_IN: readonly State[] = ['tenant'];
const TECHNICIAN: readonly State[] = ['technician'];

export const rights: Readonly<Record<Channel, readonly State[]>> = {
  'kiosk.bootstrap': ALWAYS,
  'session.read': ALWAYS,
  'session.begin': ['attract'],
  'session.activity': ALWAYS,
  'session.setAccess': ['attract', 'signedOut', 'tenant', 'technician'],
  'session.signIn': ['signedOut'],
  'session.moreTime': SOMEBODY_THERE,
  // To leave and have everything wiped harms nobody, and cannot wait.
  'session.end': [...SOMEBODY_THERE, 'slowed'],
  'session.stay': SOMEBODY_THERE,
  'account.list': SIGNED_IN,
  'account.readLedger': SIGNED_IN,
  'statement.sendByEmail': SIGNED_IN,
  'statement.print': SIGNED_IN,
  'printing.shown': SOMEBODY_THERE,
  'printing.confirm': SOMEBODY_THERE,
  'printing.cancel': SOMEBODY_THERE,
  'staff.enter': ['attract', 'signedOut', 'tenant', 'outOfService'],
  'staff.leave': TECHNICIAN,
  'staff.testPage': TECHNICIAN,
  'staff.restart': TECHNICIAN,
  'staff.exit': TECHNICIAN,
  'health.read': TECHNICIAN,
  'partner.list': SOMEBODY_THERE,
  'partner.read': SOMEBODY_THERE,
  'partner.open': SOMEBODY_THERE,
  'partner.place': SOMEBODY_THERE,
  'partner.back': SOMEBODY_THERE,
  'partner.type': SOMEBODY_THERE,
  'partner.print': SOMEBODY_THERE,
  'partner.close': SOMEBODY_THERE,
  // Whoever holds a rent notice pays it without signing in; whose account it is, is checked where it is paid.
  'payment.offer': SOMEBODY_THERE,
  'payment.start': SOMEBODY_THERE,
  'payment.abandon': SOMEBODY_THERE,
  'payment.read': SOMEBODY_THERE,
  'payment.printReceipt': SOMEBODY_THERE,
  'payment.emailReceipt': SIGNED_IN,
  'payment.list': SIGNED_IN,
  'rentNotice.read': SOMEBODY_THERE,
  'rentNotice.own': SIGNED_IN,
  'paymentMethods.printForm': SOMEBODY_THERE,
  'staff.listUnknownPayments': TECHNICIAN,
  'staff.askTerminal': TECHNICIAN,
  'staff.settlePayment': TECHNICIAN,
  'directDebit.read': SIGNED_IN,
  'directDebit.checkIban': SIGNED_IN,
  'directDebit.checkBic': SIGNED_IN,
  'directDebit.sign': SIGNED_IN,
  'directDebit.changeDay': SIGNED_IN,
  'directDebit.leaveOut': SIGNED_IN,
  'directDebit.end': SIGNED_IN,
  'directDebit.printMandate': SIGNED_IN,
};
