import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SessionSnapshot } from '../../preload/contract.ts';
import type { Assistant } from './assistance.ts';
import type { Session } from './session.ts';
import { jeanne, openSession } from './testing/session-scene.ts';

const claire: Assistant = {
  assistanceId: 'a-1',
  staffId: 'staff-claire',
  staffName: 'Claire D.',
  role: 'adviser',
  tenantNumbers: [],
};
const marc: Assistant = {
  ...claire,
  assistanceId: 'a-2',
  staffId: 'staff-marc',
  staffName: 'Marc L.',
  tenantNumbers: ['4473'],
};

let session: Session;
let wipe: ReturnType<typeof vi.fn<() => Promise<void>>>;

beforeEach(() => {
  vi.useFakeTimers();
  wipe = vi.fn(async () => undefined);
  session = openSession({ wipe });
  session.ready();
  session.begin();
});

afterEach(() => {
  session.stop();
  vi.useRealTimers();
});

describe('who helps', () => {
  test('nobody does on the attract screen', async () => {
    session.end('finished');
    await vi.advanceTimersByTimeAsync(0);

    session.assistance.begin(claire);

    expect(session.assistance.current()).toBeNull();
  });

  test('is told to the person, and what they need not know is not', () => {
    session.assistance.begin(claire);

    expect(shown().assistance).toEqual({
      staffName: 'Claire D.',
      role: 'adviser',
      sinceMs: Date.now(),
      consent: 'asked',
      isHandedOver: false,
      isClockPaused: false,
      longerLimitsLeft: 3,
    });
  });

  test('may be another one from now on: consent is asked for again', () => {
    session.signedIn({ ...jeanne, number: '1' });
    session.assistance.begin(claire);
    session.assistance.consent('onScreen');

    session.assistance.begin(marc);

    expect(shown().assistance).toMatchObject({ staffName: 'Marc L.', consent: 'asked' });
  });

  test('is not the tenant themselves', () => {
    session.signedIn(jeanne);

    session.assistance.begin(marc);

    expect(session.assistance.current()).toBeNull();
  });

  test('helps no longer when they turn out to be the tenant who signs in', () => {
    session.assistance.begin(marc);

    session.signedIn(jeanne);

    expect(shown()).toMatchObject({ state: 'tenant', assistance: null, assistanceEnded: 'ownAccount' });
  });
});

describe('consent', () => {
  test('is asked of a tenant: before anybody signed in, there is nobody to give it', () => {
    session.assistance.begin(claire);

    session.assistance.consent('onScreen');

    expect(shown().assistance?.consent).toBe('asked');
  });

  test.each(['onScreen', 'orally', 'declined'] as const)('is kept as it was given: %s', (how) => {
    session.signedIn(jeanne);
    session.assistance.begin(claire);

    session.assistance.consent(how);

    expect(shown().assistance?.consent).toBe(how);
  });

  test('can be given after it was declined, and declined after it was given', () => {
    session.signedIn(jeanne);
    session.assistance.begin(claire);

    session.assistance.consent('declined');
    session.assistance.consent('onScreen');
    const given = shown().assistance?.consent;
    session.assistance.consent('declined');

    expect([given, shown().assistance?.consent]).toEqual(['onScreen', 'declined']);
  });
});

describe('the end of the help', () => {
  test.each(['person', 'staff', 'badgeRemoved', 'notRecognised'] as const)(
    'leaves the tenant’s session as it was: %s',
    (reason) => {
      session.signedIn(jeanne);
      session.assistance.begin(claire);

      session.assistance.end(reason);

      expect(shown()).toMatchObject({ state: 'tenant', assistance: null, assistanceEnded: reason });
      expect(wipe).not.toHaveBeenCalled();
    },
  );

  test('comes after three minutes without a touch', async () => {
    session.assistance.begin(claire);
    session.assistance.pauseClock(true);

    await vi.advanceTimersByTimeAsync(179_999);
    const before = shown().assistance;
    await vi.advanceTimersByTimeAsync(1);

    expect(before).not.toBeNull();
    expect(shown()).toMatchObject({ state: 'signedOut', assistance: null, assistanceEnded: 'idle' });
  });

  test('comes three minutes after the last touch, not after the first', async () => {
    session.assistance.begin(claire);

    for (let minute = 0; minute < 10; minute += 1) {
      await vi.advanceTimersByTimeAsync(60_000);
      session.activity();
    }

    expect(shown().assistance).not.toBeNull();
  });

  test.each(['staff', 'badgeRemoved'] as const)(
    'leaves nothing on the screen when the tenant has gone as well: %s',
    async (reason) => {
      session.signedIn(jeanne);
      session.assistance.begin(claire);

      session.assistance.end(reason);
      const asked = shown().idleWarningSeconds;
      await vi.advanceTimersByTimeAsync(45_000);

      expect(asked).toBe(45);
      expect(session.snapshot()).toMatchObject({ state: 'attract', ended: 'idle' });
    },
  );

  test('asks nothing of a tenant who ended it, or who was alone at the screen', () => {
    session.signedIn(jeanne);
    session.assistance.begin(claire);
    session.assistance.end('person');
    const afterPerson = shown().idleWarningSeconds;
    session.assistance.begin(claire);
    session.assistance.handOver();
    session.assistance.end('badgeRemoved');

    expect([afterPerson, shown().idleWarningSeconds]).toEqual([null, null]);
  });

  test('is the end of the session at the latest, and nothing of it meets the next person', async () => {
    session.assistance.begin(claire);

    session.end('finished');
    const whileWiping = session.assistance.current();
    await vi.advanceTimersByTimeAsync(0);
    session.begin();

    expect(whileWiping).toBeNull();
    expect(shown()).toMatchObject({ state: 'signedOut', assistance: null, assistanceEnded: null });
  });

  test('comes with a crash of the screen', async () => {
    session.assistance.begin(claire);

    session.end('interrupted');
    await vi.advanceTimersByTimeAsync(0);

    expect(session.snapshot()).toMatchObject({ state: 'attract', ended: 'interrupted' });
    expect(session.assistance.current()).toBeNull();
  });
});

describe('the screen handed over', () => {
  test('is the person’s until it is given back', () => {
    session.assistance.begin(claire);

    session.assistance.handOver();
    const handedOver = shown().assistance?.isHandedOver;
    session.assistance.takeBack();

    expect([handedOver, shown().assistance?.isHandedOver]).toEqual([true, false]);
  });

  test('can take its time: the three minutes are the staff member’s', async () => {
    session.assistance.begin(claire);
    session.assistance.handOver();

    for (let minute = 0; minute < 6; minute += 1) {
      await vi.advanceTimersByTimeAsync(60_000);
      session.moreTime();
    }

    expect(shown().assistance).toMatchObject({ isHandedOver: true });
  });

  test('lets the idle clock run, though it was paused', async () => {
    session.assistance.begin(claire);
    session.assistance.pauseClock(true);
    session.assistance.handOver();

    await vi.advanceTimersByTimeAsync(75_000);

    expect(shown().idleWarningSeconds).toBe(45);
  });
});

describe('the clocks', () => {
  test('stand still while they are paused, and run again afterwards', async () => {
    session.assistance.begin(claire);
    session.assistance.pauseClock(true);
    await vi.advanceTimersByTimeAsync(100_000);
    const paused = shown().idleWarningSeconds;
    session.assistance.pauseClock(false);
    await vi.advanceTimersByTimeAsync(75_000);

    expect([paused, shown().idleWarningSeconds]).toEqual([null, 45]);
  });

  test('run again once nobody helps', async () => {
    session.assistance.begin(claire);
    session.assistance.pauseClock(true);
    session.assistance.end('person');

    await vi.advanceTimersByTimeAsync(75_000);

    expect(shown().idleWarningSeconds).toBe(45);
  });

  test('of the whole session are put off three times, by a quarter of an hour each, and no more', async () => {
    session.assistance.begin(claire);

    const lengthened = [1, 2, 3, 4].map(() => session.assistance.lengthenLimit());
    await touchFor(90 - 2.5);
    const before = shown().limitWarningSeconds;
    await touchFor(1);

    expect(lengthened).toEqual([true, true, true, false]);
    expect([before, shown().limitWarningSeconds]).toEqual([null, 120]);
  });

  test('of the whole session say how long one may still stay, put off or not', async () => {
    const first = session.secondsLeft();
    session.assistance.begin(claire);
    await vi.advanceTimersByTimeAsync(30_000);
    session.assistance.lengthenLimit();
    const longer = session.secondsLeft();
    session.end('finished');

    expect([first, longer, session.secondsLeft()]).toEqual([45 * 60, 60 * 60 - 30, 0]);
  });

  test('of the whole session are put off even when the end is announced', async () => {
    session.assistance.begin(claire);
    await touchFor(44);
    const announced = shown().limitWarningSeconds;

    session.assistance.lengthenLimit();

    expect([announced, shown().limitWarningSeconds]).toEqual([120, null]);
  });

  test('of the whole session are put off by nobody who does not help', () => {
    expect(session.assistance.lengthenLimit()).toBe(false);
  });
});

function shown(): Extract<SessionSnapshot, { state: 'signedOut' | 'tenant' }> {
  const snapshot = session.snapshot();
  if (snapshot.state !== 'signedOut' && snapshot.state !== 'tenant') throw new Error(snapshot.state);
  return snapshot;
}

async function touchFor(minutes: number): Promise<void> {
  for (let half = 0; half < minutes * 2; half += 1) {
    await vi.advanceTimersByTimeAsync(30_000);
    session.activity();
  }
}
