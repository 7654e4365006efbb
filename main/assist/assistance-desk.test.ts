import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AuditEntry } from '../../preload/audit-entry.ts';
import type { Result } from '../../preload/contract.ts';
import { silentLog } from '../log/log.ts';
import type { Session } from '../session/session.ts';
import { jeanne, openSession } from '../session/testing/session-scene.ts';
import { afterSeconds } from '../sync/after-seconds.ts';
import { type AssistanceDesk, createAssistanceDesk } from './assistance-desk.ts';
import type { SignedInStaff, StaffSignIn } from './staff-member.ts';

const claire: SignedInStaff = {
  member: { id: 'staff-claire', displayName: 'Claire D.', role: 'adviser', tenantNumbers: [] },
  session: { sessionId: 's-1', token: 't-1', expiresAt: '2018-07-11T16:00:00.000Z' },
};
const marc: SignedInStaff = {
  member: { id: 'staff-marc', displayName: 'Marc L.', role: 'supervisor', tenantNumbers: ['4473'] },
  session: { sessionId: 's-2', token: 't-2', expiresAt: '2018-07-11T16:00:00.000Z' },
};
const DONE = { ok: true, value: {} };
const OVER = { ok: false, error: { code: 'ASSISTANCE_OVER' } };

let session: Session;
let desk: AssistanceDesk;
let written: Omit<AuditEntry, 'at'>[];
let disk: Result<void>;
let badgeNumber: string | null;
let kept: (string | null)[];
let signIn: ReturnType<typeof vi.fn<StaffSignIn['signIn']>>;
let signedOut: string[];

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2018-07-11T08:00:00.000Z') });
  written = [];
  kept = [];
  signedOut = [];
  badgeNumber = '0004211337';
  disk = { ok: true, value: undefined };
  signIn = vi.fn<StaffSignIn['signIn']>(async () => ({ ok: true, value: claire }));
  session = openSession({ onChange: (snapshot) => desk?.follow(snapshot) });
  let id = 0;
  desk = createAssistanceDesk({
    session,
    staffSignIn: { signIn, signOut: ({ sessionId }) => signedOut.push(sessionId) },
    badge: { number: () => badgeNumber, keep: (number) => kept.push(number) },
    trail: {
      append(told) {
        if (disk.ok) written.push(told);
        return disk;
      },
    },
    after: afterSeconds,
    log: silentLog,
    newId() {
      id += 1;
      return `assistance-${id}`;
    },
  });
  session.ready();
  session.begin();
});

afterEach(() => {
  session.stop();
  vi.useRealTimers();
});

describe('signing in', () => {
  test('by badge and PIN: the help begins, and stands in the trail', async () => {
    expect(await desk.signIn({ name: null, pin: '2580' })).toEqual(DONE);

    expect(signIn).toHaveBeenCalledExactlyOnceWith({ badgeNumber: '0004211337', pin: '2580' });
    expect(session.assistance.current()).toMatchObject({ staffId: 'staff-claire' });
    expect(written).toEqual([
      {
        assistanceId: 'assistance-1',
        staffId: 'staff-claire',
        tenantNumber: null,
        action: 'signedIn',
        subject: 'here',
        consent: 'none',
      },
    ]);
    expect(kept).toEqual(['0004211337']);
  });

  test('without a badge, and without a name, nobody is asked', async () => {
    badgeNumber = null;

    const answer = await desk.signIn({ name: null, pin: '2580' });

    expect(answer).toEqual({ ok: false, error: { code: 'BADGE_NEEDED' } });
    expect(signIn).not.toHaveBeenCalled();
  });

  test('a badge that is shown again without a PIN opens nothing', () => {
    expect(desk.current()).toBeNull();
    expect(session.assistance.current()).toBeNull();
  });

  test('to one’s own account is refused', async () => {
    session.signedIn(jeanne);
    signIn.mockResolvedValue({ ok: true, value: marc });

    expect(await desk.signIn({ name: 'marc.lefevre', pin: '1470' })).toEqual({
      ok: false,
      error: { code: 'STAFF_OWN_ACCOUNT' },
    });
    expect(session.assistance.current()).toBeNull();
    expect(signedOut).toEqual(['s-2']);
  });

  test('what cannot be written in the trail does not begin', async () => {
    disk = { ok: false, error: { code: 'STORE_UNAVAILABLE' } };

    expect(await desk.signIn({ name: null, pin: '2580' })).toEqual({
      ok: false,
      error: { code: 'AUDIT_BROKEN' },
    });
    expect(session.assistance.current()).toBeNull();
  });

  test('what comes after the person has left is not for the next one', async () => {
    const slow = Promise.withResolvers<Result<SignedInStaff>>();
    signIn.mockReturnValue(slow.promise);
    const answer = desk.signIn({ name: null, pin: '2580' });
    session.end('finished');
    await vi.advanceTimersByTimeAsync(0);
    session.begin();

    slow.resolve({ ok: true, value: claire });

    expect(await answer).toEqual({ ok: false, error: { code: 'SESSION_OVER' } });
    expect(session.assistance.current()).toBeNull();
    expect(signedOut).toEqual(['s-1']);
  });

  test('of a colleague ends the help of the one before', async () => {
    await begin();
    signIn.mockResolvedValue({ ok: true, value: marc });

    await desk.signIn({ name: 'marc.lefevre', pin: '1470' });

    expect(actions()).toEqual(['signedIn here', 'signedIn here', 'ended staff']);
    expect(desk.current()).toMatchObject({ member: { role: 'supervisor' } });
    expect(desk.helpers().map(({ staffName }) => staffName)).toEqual(['Claire D.', 'Marc L.']);
  });
});

describe('consent', () => {
  test.each([
    ['onScreen', 'consentGiven'],
    ['orally', 'consentGiven'],
    ['declined', 'consentDeclined'],
  ] as const)('%s is written down with for whom and how', async (how, action) => {
    session.signedIn(jeanne);
    await begin();

    expect(desk.consent(how)).toEqual(DONE);

    expect(written.at(-1)).toMatchObject({ action, consent: how, tenantNumber: '4473' });
  });

  test('is withdrawn with the end of the help', async () => {
    session.signedIn(jeanne);
    await begin();
    desk.consent('onScreen');

    desk.stop('person');

    expect(actions().slice(-2)).toEqual(['consentWithdrawn null', 'ended person']);
    expect(desk.gate()).toBeNull();
  });

  test('cannot be given where it cannot be traced, and can be refused', async () => {
    session.signedIn(jeanne);
    await begin();
    disk = { ok: false, error: { code: 'AUDIT_BROKEN' } };

    expect(desk.consent('onScreen')).toEqual({ ok: false, error: { code: 'AUDIT_BROKEN' } });
    expect(desk.consent('declined')).toEqual(DONE);
  });
});

describe('the trail', () => {
  test('tells what became of the help, from its beginning to its end', async () => {
    session.signedIn(jeanne);
    await begin();
    desk.consent('orally');
    desk.pauseClock(true);
    desk.pauseClock(false);
    desk.lengthenLimit();
    desk.noteIdentity('passport');
    desk.handOver();
    desk.takeBack();
    desk.stop('staff');

    expect(actions()).toEqual([
      'signedIn here',
      'consentGiven null',
      'clockPaused null',
      'clockResumed null',
      'limitLengthened null',
      'identityChecked passport',
      'handedOver null',
      'takenBack null',
      'ended staff',
    ]);
    expect(signedOut).toEqual(['s-1']);
  });

  test('tells when nobody ended it', async () => {
    await begin();

    await vi.advanceTimersByTimeAsync(75_000);
    session.moreTime();
    await vi.advanceTimersByTimeAsync(180_000);

    expect(actions().at(-1)).toBe('ended idle');
  });

  test.each(['finished', 'interrupted', 'absoluteLimit'] as const)(
    'tells that the session ended first, and for whom the help was: %s',
    async (reason) => {
      session.signedIn(jeanne);
      await begin();

      session.end(reason);
      await vi.advanceTimersByTimeAsync(0);

      expect(written.at(-1)).toMatchObject({ action: 'ended', subject: 'sessionOver', tenantNumber: '4473' });
      expect(desk.helpers()).toEqual([]);
    },
  );

  test('tells of a badge that was taken away', async () => {
    await begin();

    session.assistance.end('badgeRemoved');

    expect(actions().at(-1)).toBe('ended badgeRemoved');
    expect(kept).toEqual(['0004211337', null]);
  });
});

describe('what the landlord let them do', () => {
  test('ends when the landlord said that it would, though they go on', async () => {
    await begin(until('2018-07-11T08:02:00.000Z'));

    await touchFor(119);
    const before = session.assistance.current();
    await touchFor(1);

    expect(before).not.toBeNull();
    expect(actions().at(-1)).toBe('ended notRecognised');
    expect(session.snapshot()).toMatchObject({ state: 'signedOut', assistanceEnded: 'notRecognised' });
  });

  test('is over at once when it was over before', async () => {
    await begin(until('2018-07-11T07:59:00.000Z'));

    await vi.advanceTimersByTimeAsync(0);

    expect(session.assistance.current()).toBeNull();
  });

  test('may be years: it ends nothing today', async () => {
    await begin(until('2049-07-11T08:00:00.000Z'));

    await touchFor(10);

    expect(session.assistance.current()).not.toBeNull();
  });

  test('ends nobody else’s help later on', async () => {
    await begin(until('2018-07-11T08:02:00.000Z'));
    desk.stop('staff');
    await begin();

    await touchFor(170);

    expect(session.assistance.current()).not.toBeNull();
  });
});

describe('what becomes of a call', () => {
  test('stands under the help in which it was made, though that is over by then', async () => {
    session.signedIn(jeanne);
    await begin();
    desk.consent('onScreen');
    const gate = desk.gate();
    expect(gate?.refusal('request.write')).toBeNull();
    signIn.mockResolvedValue({ ok: true, value: { ...marc, member: { ...marc.member, tenantNumbers: [] } } });
    await begin();

    gate?.answered('request.write', { ok: false, error: { code: 'API_UNREACHABLE' } });

    expect(written.at(-1)).toMatchObject({
      assistanceId: 'assistance-1',
      action: 'request.write',
      subject: 'failed',
    });
  });

  test('needs the tenant’s consent behind a calm screen, too', async () => {
    session.signedIn(jeanne);
    await begin();

    session.slowDown();

    expect(session.snapshot().state).toBe('slowed');
    expect(desk.gate()?.refusal('account.list')).toBe('CONSENT_NEEDED');
  });
});

describe('the limit', () => {
  test('is put off three times, and then no more', async () => {
    await begin();

    const answers = [1, 2, 3, 4].map(() => desk.lengthenLimit());

    expect(answers.slice(0, 3)).toEqual(Array(3).fill({ ok: true, value: { minutes: 15 } }));
    expect(answers[3]).toEqual({ ok: false, error: { code: 'LIMIT_REACHED' } });
    expect(actions().filter((action) => action.startsWith('limit'))).toHaveLength(3);
  });
});

describe('the screen handed over', () => {
  test('comes back to whoever shows badge and PIN again, without another beginning', async () => {
    await begin();
    desk.handOver();

    await desk.signIn({ name: null, pin: '2580' });

    expect(session.assistance.current()).toMatchObject({ assistanceId: 'assistance-1', isHandedOver: false });
    expect(actions()).toEqual(['signedIn here', 'handedOver null', 'takenBack null']);
  });

  test('is handed over whatever can be written, and not taken back where nothing can', async () => {
    await begin();
    disk = { ok: false, error: { code: 'AUDIT_BROKEN' } };

    const handedOver = desk.handOver();
    const takenBack = desk.takeBack();

    expect([handedOver, takenBack]).toEqual([DONE, { ok: false, error: { code: 'AUDIT_BROKEN' } }]);
    expect(session.assistance.current()?.isHandedOver).toBe(true);
  });
});

test('where nobody helps, nothing of it can be done', () => {
  expect([
    desk.consent('onScreen'),
    desk.handOver(),
    desk.takeBack(),
    desk.pauseClock(true),
    desk.lengthenLimit(),
    desk.noteIdentity('passport'),
  ]).toEqual([OVER, OVER, OVER, OVER, OVER, OVER]);
  expect(written).toEqual([]);
});

function until(expiresAt: string): SignedInStaff {
  return { ...claire, session: { sessionId: 's-1', token: 't-1', expiresAt } };
}

async function touchFor(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    await vi.advanceTimersByTimeAsync(1_000);
    session.activity();
  }
}

async function begin(staff?: SignedInStaff): Promise<void> {
  if (staff) signIn.mockResolvedValueOnce({ ok: true, value: staff });
  const answer = await desk.signIn({ name: null, pin: '2580' });
  if (!answer.ok) throw new Error(answer.error.code);
}

function actions(): string[] {
  return written.map(({ action, subject }) => `${action} ${subject}`);
}
