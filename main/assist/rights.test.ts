import { beforeEach, describe, expect, test } from 'vitest';
import { type AuditEntry, TRACED_CALLS } from '../../preload/audit-entry.ts';
import { type Channel, calls, type Result } from '../../preload/contract.ts';
import type { Assisting } from '../session/assistance.ts';
import { createAssistedGate } from './assisted-gate.ts';
import { type AssistedRight, assistedRights } from './rights.ts';

const CLAIRE: Assisting = {
  assistanceId: 'a-1',
  staffId: 'staff-claire',
  staffName: 'Claire D.',
  role: 'adviser',
  tenantNumbers: [],
  sinceMs: 0,
  consent: 'asked',
  isHandedOver: false,
  isClockPaused: false,
};
const TRACED: readonly string[] = TRACED_CALLS;

/** What is asked with which consent, and what is answered; null is "may be done". */
const ANSWERS: Readonly<Record<AssistedRight, readonly (string | null)[]>> = {
  open: [null, null, null, null],
  withConsent: ['CONSENT_NEEDED', 'CONSENT_NEEDED', null, null],
  personAlone: ['HANDOVER_NEEDED', 'HANDOVER_NEEDED', 'HANDOVER_NEEDED', 'HANDOVER_NEEDED'],
};

let written: Pick<AuditEntry, 'action' | 'subject'>[];
let disk: Result<void>;

beforeEach(() => {
  written = [];
  disk = { ok: true, value: undefined };
});

const channels = Object.keys(calls) as Channel[];

test('every channel has its row', () => {
  expect(Object.keys(assistedRights).sort()).toEqual([...channels].sort());
});

describe.each(channels)('%s', (channel) => {
  const right = assistedRights[channel];

  test(`while a staff member helps a tenant: ${right}`, () => {
    const answers = (['asked', 'declined', 'onScreen', 'orally'] as const).map((consent) =>
      gate({ consent }).refusal(channel),
    );

    expect(answers).toEqual(ANSWERS[right]);
  });

  test('before anybody has signed in', () => {
    expect(gate({}, false).refusal(channel)).toBe(right === 'personAlone' ? 'HANDOVER_NEEDED' : null);
  });

  test('once the screen is handed over', () => {
    expect(gate({ isHandedOver: true }).refusal(channel)).toBeNull();
    expect(written).toEqual(TRACED.includes(channel) ? [{ action: channel, subject: 'alone' }] : []);
  });

  if (TRACED.includes(channel)) {
    test('leaves its trace before it is done, and another when nothing came of it', () => {
      const passed = gate({ consent: 'onScreen' });
      const refusal = passed.refusal(channel);
      passed.answered(channel, { ok: false, error: { code: 'API_UNREACHABLE' } });

      expect(written).toEqual([
        { action: channel, subject: refusal === null ? null : 'refused' },
        { action: channel, subject: 'failed' },
      ]);
    });

    test('is not done when it cannot be traced', () => {
      disk = { ok: false, error: { code: 'AUDIT_BROKEN' } };

      expect(gate({ consent: 'onScreen' }).refusal(channel)).toBe(
        right === 'personAlone' ? 'HANDOVER_NEEDED' : 'AUDIT_BROKEN',
      );
    });

    test('is the person’s to do alone, whatever can be traced', () => {
      disk = { ok: false, error: { code: 'AUDIT_BROKEN' } };

      expect(gate({ isHandedOver: true }).refusal(channel)).toBeNull();
    });
  } else {
    test('leaves no trace: it does nothing in anybody’s name', () => {
      const passed = gate({ consent: 'onScreen' });
      passed.refusal(channel);
      passed.answered(channel, { ok: false });

      expect(written).toEqual([]);
    });
  }
});

/** What staff may do, in the words of the promise: once the tenant has agreed where it is theirs, and without where not. */
test.each([
  ['navigate', 'open', ['session.begin', 'session.activity', 'information.read', 'partner.open']],
  ['explain', 'open', ['session.setAccess', 'information.publicAlerts']],
  ['fill in forms', 'withConsent', ['profile.check', 'insurance.send', 'appointment.book']],
  ['start an account for someone', 'open', ['registration.begin', 'assist.noteIdentity']],
  ['register a request on someone’s behalf', 'withConsent', ['request.write', 'request.reply']],
  ['register one for somebody who has not signed in', 'open', ['request.writeUnsigned']],
  [
    'attach documents',
    'withConsent',
    [
      'document.scan',
      'document.takePicture',
      'document.takeFromKey',
      'document.takeFromPhone',
      'document.deposit',
    ],
  ],
  ['hand in papers for somebody who has not signed in', 'open', ['unsignedDeposit.send']],
  ['lengthen the time limits', 'open', ['assist.lengthenLimit', 'session.moreTime']],
  ['pause the idle clock', 'open', ['assist.pauseClock']],
  ['call up the useful numbers', 'open', ['information.printNumbers', 'help.call']],
  ['restart a print', 'withConsent', ['statement.print', 'paper.print', 'payment.printReceipt']],
  ['leave with everything wiped', 'open', ['session.end', 'assist.stop']],
] as const)('staff may %s: %s', (_what, right, ofThem) => {
  for (const channel of ofThem) expect(assistedRights[channel]).toBe(right);
});

/** What staff may never do, in the words of the promise: one line for each way that the screen has. */
test.each([
  [
    'see or type a password',
    ['session.signIn', 'registration.choose', 'passwordReset.choose', 'assist.createAccount'],
  ],
  ['say where an account is reached', ['registration.choose', 'registration.sendAgain']],
  ['type a secret code that the tenant was sent', ['passwordReset.prove']],
  ['type into a page that may ask for a password', ['partner.type']],
  ['pay', ['payment.start']],
  ['sign', ['directDebit.sign']],
  [
    'change bank details',
    [
      'directDebit.checkIban',
      'directDebit.checkBic',
      'directDebit.changeDay',
      'directDebit.leaveOut',
      'directDebit.end',
    ],
  ],
  ['change who the tenant is', ['profile.request', 'profile.withdraw']],
] as const)('nobody can %s in a tenant’s name', (_what, ofThem) => {
  for (const channel of ofThem) expect(assistedRights[channel]).toBe('personAlone');
});

function gate(now: Partial<Assisting>, hasTenant = true) {
  return createAssistedGate({
    assisting: { ...CLAIRE, ...now },
    hasTenant,
    append(told) {
      written.push(told);
      return disk;
    },
  });
}
