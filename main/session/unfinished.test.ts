/** The end of a session while something is not finished, and the limit that no session outlasts. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Session } from './session.ts';
import { jeanne, openSession, times } from './testing/session-scene.ts';

const print = { reason: 'printing', id: 'job-1' } as const;
const payment = { reason: 'payment', id: 'attempt-1' } as const;

let session: Session;
let reasons: string[];

beforeEach(() => {
  vi.useFakeTimers();
  reasons = [];
  session = openSession({
    times: { ...times, absoluteLimitMinutes: 10 },
    wipe: async ({ reason }) => void reasons.push(reason),
  });
  session.ready();
  session.begin();
  session.signedIn(jeanne);
});

afterEach(() => {
  session.stop();
  vi.useRealTimers();
});

describe('nobody moves', () => {
  test('while paper is coming out: nobody is asked, and the clock begins anew when it is there', async () => {
    session.hold(print);

    await seconds(200);
    const whilePrinting = session.snapshot();
    session.release(print.id, 'done');
    await seconds(74);
    const taking = session.snapshot();
    await seconds(1);

    expect(whilePrinting).toMatchObject({ state: 'tenant', idleWarningSeconds: null });
    expect(taking).toMatchObject({ idleWarningSeconds: null });
    expect(session.snapshot()).toMatchObject({ idleWarningSeconds: 45 });
  });

  test('a print that never ends does not keep the session open for ever', async () => {
    session.hold(print);

    await seconds(75 + 180);
    const asked = session.snapshot();
    await seconds(45);

    expect(asked).toMatchObject({ idleWarningSeconds: 45 });
    expect(reasons).toEqual(['idle']);
  });
});

describe('"J’ai terminé"', () => {
  test('waits for the paper, and says so', async () => {
    session.hold(print);

    session.end('finished');
    const waiting = session.snapshot();
    session.release(print.id, 'done');
    await seconds(0);

    expect(waiting).toMatchObject({ state: 'tenant', leavingAfter: 'printing' });
    expect(reasons).toEqual(['finished']);
  });

  test('said again, calls the print off', async () => {
    session.hold(print);

    session.end('finished');
    session.end('finished');
    await seconds(0);

    expect(reasons).toEqual(['finished']);
  });

  test('can be taken back', async () => {
    session.hold(print);

    session.end('finished');
    session.stay();
    session.release(print.id, 'done');
    await seconds(0);

    expect(session.snapshot()).toMatchObject({ state: 'tenant', leavingAfter: null });
    expect(reasons).toEqual([]);
  });

  test('is taken back by a print that fails: the person has to know', async () => {
    session.hold(print);

    session.end('finished');
    session.release(print.id, 'failed');

    expect(session.snapshot()).toMatchObject({ state: 'tenant', leavingAfter: null });
  });

  test('waits for the last of several', async () => {
    session.hold(print);
    session.hold({ ...print, id: 'job-2' });

    session.end('finished');
    session.release('job-1', 'done');
    const between = session.snapshot();
    session.release('job-2', 'done');
    await seconds(0);

    expect(between).toMatchObject({ leavingAfter: 'printing' });
    expect(reasons).toEqual(['finished']);
  });

  test('does not wait for longer than is bearable', async () => {
    session.hold(print);

    session.end('finished');
    await seconds(180);

    expect(reasons).toEqual(['finished']);
  });

  test('never cuts off a payment, however often it is said', async () => {
    session.hold(payment);

    session.end('finished');
    session.end('finished');
    const waiting = session.snapshot();
    session.release(payment.id, 'done');
    await seconds(0);

    expect(waiting).toMatchObject({ state: 'tenant', leavingAfter: 'payment' });
    expect(reasons).toEqual(['finished']);
  });
});

describe('the absolute limit', () => {
  test('is announced two minutes before it falls', async () => {
    await busyFor(8 * 60 - 1);
    const before = session.snapshot();
    await busyFor(1);
    const announced = session.snapshot();
    await busyFor(120);

    expect(before).toMatchObject({ limitWarningSeconds: null });
    expect(announced).toMatchObject({ limitWarningSeconds: 120 });
    expect(reasons).toEqual(['absoluteLimit']);
    expect(session.snapshot()).toMatchObject({ state: 'attract', ended: 'absoluteLimit' });
  });

  test('lets paper come out first', async () => {
    await busyFor(9 * 60);
    session.hold(print);

    await busyFor(60 + 30);
    const overdue = [...reasons];
    session.release(print.id, 'done');
    await seconds(0);

    expect(overdue).toEqual([]);
    expect(reasons).toEqual(['absoluteLimit']);
  });

  test('is not put off for ever by one print after the other', async () => {
    await busyFor(9 * 60);
    session.hold(print);

    await busyFor(60 + 100);
    session.hold({ ...print, id: 'job-2' });
    session.release(print.id, 'done');
    await busyFor(80);

    expect(reasons).toEqual(['absoluteLimit']);
  });
});

test('a session that is broken off waits for nothing', async () => {
  session.hold(payment);

  session.end('interrupted');
  await seconds(0);

  expect(reasons).toEqual(['interrupted']);
});

test('what one person left unfinished does not hold the next one up', async () => {
  session.hold(print);
  session.end('sessionOver');
  await seconds(0);

  session.begin();
  session.end('finished');
  await seconds(0);

  expect(reasons).toEqual(['sessionOver', 'finished']);
});

function seconds(count: number): Promise<unknown> {
  return vi.advanceTimersByTimeAsync(count * 1_000);
}

async function busyFor(count: number): Promise<void> {
  for (let passed = 0; passed < count; passed += 1) {
    session.activity();
    await seconds(1);
  }
}
