import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Facts } from '../log/log.ts';
import type { Session } from './session.ts';
import { greeting, jeanne, openSession } from './testing/session-scene.ts';

const TECHNICIAN = { access: greeting, state: 'technician', staffId: 'anne', outOfServiceCode: null };

let session: Session;
let endWipe: () => void;
let failWipe: (error: Error) => void;
let lines: string[];

beforeEach(() => {
  vi.useFakeTimers();
  lines = [];
  const keep = (event: string, facts?: Facts) => void lines.push(`${event} ${JSON.stringify(facts)}`);
  session = openSession({
    wipe: () =>
      new Promise<void>((resolve, reject) => {
        endWipe = resolve;
        failWipe = reject;
      }),
    log: { info: keep, warn: keep, error: keep },
  });
});

afterEach(() => {
  session.stop();
  vi.useRealTimers();
});

test('from the attract screen staff are there at once, and back to service when they leave', () => {
  session.ready();

  session.staffEntered('anne');
  expect(session.snapshot()).toEqual(TECHNICIAN);

  session.staffLeft();
  expect(session.snapshot()).toEqual({ access: greeting, state: 'attract', ended: null });
  expect(lines).toContain('staff.left {"staffId":"anne"}');
});

test('whoever was signed in is wiped before staff are there', async () => {
  session.ready();
  session.begin();
  session.signedIn(jeanne);
  session.chooseAccess({ textSize: 'largest' });

  session.staffEntered('anne');
  const whileWiping = session.snapshot();
  endWipe();
  await vi.advanceTimersByTimeAsync(0);

  expect(whileWiping.state).toBe('ending');
  expect(session.snapshot()).toEqual(TECHNICIAN);
});

test('what could not be wiped meets no staff either', async () => {
  session.ready();
  session.begin();

  session.staffEntered('anne');
  failWipe(new Error('no wipe'));
  await vi.advanceTimersByTimeAsync(0);

  expect(session.snapshot()).toMatchObject({ state: 'outOfService', code: 'WIPE_FAILED' });
});

test('out of service, staff get in and leave it as it was', () => {
  const faults = [{ file: 'f', key: 'k', expected: 'e' }];
  session.outOfService('CONFIG_INVALID', faults);

  session.staffEntered('anne');
  expect(session.snapshot()).toEqual({ ...TECHNICIAN, outOfServiceCode: 'CONFIG_INVALID' });

  session.staffLeft();
  expect(session.snapshot()).toEqual({
    access: greeting,
    state: 'outOfService',
    code: 'CONFIG_INVALID',
    faults,
  });
});

test('a fault that comes while staff are there is told, and sends nobody away', () => {
  session.ready();
  session.staffEntered('anne');

  session.outOfService('STORE_UNAVAILABLE');

  expect(session.snapshot()).toEqual({ ...TECHNICIAN, outOfServiceCode: 'STORE_UNAVAILABLE' });
});

test('three minutes without a touch, and the technician’s screen is gone', async () => {
  session.ready();
  session.staffEntered('anne');

  await vi.advanceTimersByTimeAsync(179_000);
  session.activity();
  await vi.advanceTimersByTimeAsync(179_000);
  expect(session.snapshot().state).toBe('technician');

  await vi.advanceTimersByTimeAsync(1_000);
  expect(session.snapshot().state).toBe('attract');
});

test('the next person after staff is nobody’s technician', async () => {
  session.ready();
  session.staffEntered('anne');
  session.staffLeft();
  session.begin();

  session.end('finished');
  endWipe();
  await vi.advanceTimersByTimeAsync(0);

  expect(session.snapshot().state).toBe('attract');
});

test('while the kiosk starts or wipes, a code that was typed before opens nothing', async () => {
  session.staffEntered('anne');
  expect(session.snapshot().state).toBe('starting');

  session.ready();
  session.begin();
  session.end('finished');
  session.staffEntered('anne');
  endWipe();
  await vi.advanceTimersByTimeAsync(0);
  expect(session.snapshot().state).toBe('attract');
});
