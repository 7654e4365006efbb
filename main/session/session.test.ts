import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SessionSnapshot } from '../../preload/contract.ts';
import type { Session } from './session.ts';
import { greeting, jeanne, openSession } from './testing/session-scene.ts';

let session: Session;
let shown: SessionSnapshot[];
let wipe: ReturnType<typeof vi.fn<(ended: { reason: string; wasSignedIn: boolean }) => Promise<void>>>;
let endWipe: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  shown = [];
  wipe = vi.fn(() => new Promise<void>((resolve) => (endWipe = resolve)));
  session = openSession({ wipe, onChange: (now) => shown.push(now) });
});

afterEach(() => {
  session.stop();
  vi.useRealTimers();
});

describe('from nobody to a tenant', () => {
  test('the attract screen comes once the parts are ready', () => {
    session.ready();

    expect(states()).toEqual(['attract']);
  });

  test('a touch, then a sign-in', () => {
    signIn();

    expect(states()).toEqual(['attract', 'signedOut', 'tenant']);
    expect(session.snapshot()).toMatchObject({ tenant: jeanne, idleWarningSeconds: null });
  });

  test('nobody signs in on the attract screen', () => {
    session.ready();

    session.signedIn(jeanne);

    expect(session.snapshot().state).toBe('attract');
  });
});

describe('the end', () => {
  test('is over only when the wipe is done', async () => {
    signIn();

    session.end('finished');
    const whileWiping = session.snapshot();
    endWipe();
    await vi.advanceTimersByTimeAsync(0);

    expect(whileWiping.state).toBe('ending');
    expect(wipe).toHaveBeenCalledExactlyOnceWith({ reason: 'finished', wasSignedIn: true });
    expect(session.snapshot()).toEqual({ state: 'attract', access: greeting, ended: 'finished' });
  });

  test.each(['idle', 'sessionOver', 'interrupted'] as const)(
    'for %s is said for a while, then not',
    async (reason) => {
      signIn();

      session.end(reason);
      await wipeIsDone();
      const said = session.snapshot();
      await vi.advanceTimersByTimeAsync(12_000);

      expect(said).toMatchObject({ state: 'attract', ended: reason });
      expect(session.snapshot()).toMatchObject({ state: 'attract', ended: null });
    },
  );

  test('is not said to the next person', async () => {
    signIn();
    session.end('finished');
    await wipeIsDone();

    session.begin();
    session.end('finished');
    await wipeIsDone();

    expect(session.snapshot()).toMatchObject({ state: 'attract', ended: null });
  });

  test('leaves nothing of the person in what is shown', async () => {
    signIn();

    session.end('finished');
    endWipe();
    await vi.advanceTimersByTimeAsync(0);

    expect(JSON.stringify([shown.at(-2), shown.at(-1)])).not.toContain('Jeanne');
  });

  test('a wipe that fails closes the terminal instead of greeting the next person', async () => {
    wipe.mockRejectedValue(new Error('disk'));
    signIn();

    session.end('finished');
    await vi.advanceTimersByTimeAsync(0);

    expect(session.snapshot()).toMatchObject({ state: 'outOfService', code: 'WIPE_FAILED' });
  });

  test('a wipe that never comes to an end closes the terminal too', async () => {
    signIn();

    session.end('finished');
    await vi.advanceTimersByTimeAsync(12_000);

    expect(session.snapshot()).toMatchObject({ state: 'outOfService', code: 'WIPE_FAILED' });
  });
});

describe('somebody who tries to get out', () => {
  test('meets a calm screen for 30 s, and then everything is as it was', async () => {
    signIn();

    session.slowDown();
    const paused = session.snapshot();
    await vi.advanceTimersByTimeAsync(29_999);
    const stillPaused = session.snapshot();
    await vi.advanceTimersByTimeAsync(1);

    expect(paused).toEqual({
      state: 'slowed',
      access: greeting,
      untilMs: Date.now(),
      behind: 'tenant',
    });
    expect(JSON.stringify(paused)).not.toContain('Jeanne');
    expect(stillPaused).toEqual(paused);
    expect(session.snapshot()).toMatchObject({ state: 'tenant', tenant: jeanne });
  });

  test('who tries again is held for 30 s from then on', async () => {
    session.ready();

    session.slowDown();
    await vi.advanceTimersByTimeAsync(20_000);
    session.slowDown();
    await vi.advanceTimersByTimeAsync(29_999);

    expect(session.snapshot()).toMatchObject({ state: 'slowed', behind: 'attract' });
    await vi.advanceTimersByTimeAsync(1);
    expect(session.snapshot().state).toBe('attract');
  });

  test('stops no clock: the person behind it who does not come back is wiped', async () => {
    signIn();
    await vi.advanceTimersByTimeAsync(100_000);

    session.slowDown();
    await vi.advanceTimersByTimeAsync(20_000);

    expect(wipe).toHaveBeenCalledExactlyOnceWith({ reason: 'idle', wasSignedIn: true });
    expect(session.snapshot().state).toBe('ending');
  });

  test('does not free the terminal by leaving', async () => {
    signIn();
    session.slowDown();

    session.end('finished');
    endWipe();
    await vi.advanceTimersByTimeAsync(0);

    expect(session.snapshot()).toMatchObject({ state: 'slowed', behind: 'attract' });
    expect(session.hasTenant()).toBe(false);
  });

  test('hides no fault', () => {
    session.ready();
    session.slowDown();

    session.outOfService('STORE_UNAVAILABLE');

    expect(session.snapshot()).toMatchObject({ state: 'outOfService' });
  });

  test('whoever is signed in stays so behind the calm screen', () => {
    signIn();

    session.slowDown();

    expect(session.hasTenant()).toBe(true);
  });
});

describe('the idle clock', () => {
  test('asks before it ends', async () => {
    signIn();

    await vi.advanceTimersByTimeAsync(75_000);
    const asked = session.snapshot();
    await vi.advanceTimersByTimeAsync(45_000);

    expect(asked).toMatchObject({ state: 'tenant', idleWarningSeconds: 45 });
    expect(session.snapshot().state).toBe('ending');
    expect(wipe).toHaveBeenCalledWith({ reason: 'idle', wasSignedIn: true });
  });

  test('a touch takes the question away', async () => {
    signIn();
    await vi.advanceTimersByTimeAsync(80_000);

    session.activity();
    await vi.advanceTimersByTimeAsync(74_000);

    expect(session.snapshot()).toMatchObject({ state: 'tenant', idleWarningSeconds: null });
  });

  test('watches over the sign-in screen too', async () => {
    session.ready();
    session.begin();

    await vi.advanceTimersByTimeAsync(120_000);

    expect(wipe).toHaveBeenCalledWith({ reason: 'idle', wasSignedIn: false });
  });

  test('no session outlasts the absolute limit, however busy', async () => {
    signIn();

    for (let minute = 0; minute < 45; minute += 1) {
      session.activity();
      await vi.advanceTimersByTimeAsync(60_000);
    }

    expect(wipe).toHaveBeenCalledWith({ reason: 'absoluteLimit', wasSignedIn: true });
  });

  test.each([{ textSize: 'large' }, { contrast: 'dark' }] as const)(
    'runs at half the pace for somebody who chose %o',
    async (chosen) => {
      signIn();
      session.chooseAccess(chosen);

      await vi.advanceTimersByTimeAsync(149_000);
      const before = session.snapshot();
      await vi.advanceTimersByTimeAsync(1_000);

      expect(before).toMatchObject({ idleWarningSeconds: null });
      expect(session.snapshot()).toMatchObject({ idleWarningSeconds: 90 });
    },
  );

  test('gives clearly more time to whoever asks for it, until they leave', async () => {
    signIn();
    await vi.advanceTimersByTimeAsync(80_000);

    session.moreTime();
    await vi.advanceTimersByTimeAsync(224_000);
    const before = session.snapshot();
    await vi.advanceTimersByTimeAsync(1_000);
    const asked = session.snapshot();
    session.end('idle');
    await wipeIsDone();
    session.begin();
    await vi.advanceTimersByTimeAsync(75_000);

    expect(before).toMatchObject({ idleWarningSeconds: null });
    expect(asked).toMatchObject({ idleWarningSeconds: 135 });
    expect(session.snapshot()).toMatchObject({ idleWarningSeconds: 45 });
  });

  test('touches alone do not redraw the screen', () => {
    signIn();
    const before = shown.length;

    session.activity();
    session.activity();

    expect(shown).toHaveLength(before);
  });
});

describe('access settings', () => {
  test('last through the sign-in and go with the person', async () => {
    session.ready();
    session.chooseAccess({ locale: 'en' });
    session.begin();
    session.chooseAccess({ textSize: 'largest' });
    session.signedIn(jeanne);
    const chosen = session.snapshot().access;

    session.end('finished');
    endWipe();
    await vi.advanceTimersByTimeAsync(0);

    const atGoodbye = session.snapshot().access;
    await vi.advanceTimersByTimeAsync(12_000);

    expect(chosen).toEqual({ locale: 'en', textSize: 'largest', contrast: 'standard' });
    expect(atGoodbye).toEqual(chosen);
    expect(session.snapshot().access).toEqual(greeting);
  });

  test('of the person before are gone when somebody begins during the goodbye', async () => {
    signIn();
    session.chooseAccess({ locale: 'en', textSize: 'largest' });
    session.end('finished');
    await wipeIsDone();

    session.chooseAccess({ contrast: 'dark' });
    session.begin();

    expect(session.snapshot().access).toEqual({ ...greeting, contrast: 'dark' });
  });

  test('chosen by somebody who walked away, they do not greet the next person', async () => {
    session.ready();

    session.chooseAccess({ locale: 'en' });
    await vi.advanceTimersByTimeAsync(120_000);

    expect(session.snapshot()).toEqual({ state: 'attract', access: greeting, ended: null });
  });
});

describe('out of service', () => {
  test.each(['starting', 'tenant'] as const)('comes from %s and stays', async (from) => {
    if (from === 'tenant') signIn();
    wipe.mockResolvedValue();
    const faults = [{ file: 'agency.json', key: 'kioskId', expected: 'string' }];

    session.outOfService('CONFIG_INVALID', faults);
    await vi.advanceTimersByTimeAsync(0);
    session.ready();
    session.begin();

    expect(session.snapshot()).toEqual({
      state: 'outOfService',
      code: 'CONFIG_INVALID',
      faults,
      access: greeting,
    });
  });

  test('is reached only through the wipe when somebody is there', async () => {
    signIn();

    session.outOfService('SCREEN_CRASHED');
    const meanwhile = session.snapshot();
    await wipeIsDone();

    expect(meanwhile.state).toBe('ending');
    expect(session.snapshot()).toMatchObject({ state: 'outOfService', code: 'SCREEN_CRASHED' });
  });
});

function signIn(): void {
  session.ready();
  session.begin();
  session.signedIn(jeanne);
}

function states(): string[] {
  return shown.map(({ state }) => state);
}

async function wipeIsDone(): Promise<void> {
  endWipe();
  await vi.advanceTimersByTimeAsync(0);
}
