import { expect, test, vi } from 'vitest';
import type { SessionSnapshot } from '../../preload/contract.ts';
import { silentLog } from '../log/log.ts';
import { createScans } from './scans.ts';

const CODE = 'EKI100447320180736000000277468';

test.each(['signedOut', 'tenant'] as const)('what is scanned is told to whoever is there: %s', (state) => {
  const { scan, tell, session } = arrange(state);

  scan(CODE);

  expect(tell).toHaveBeenCalledExactlyOnceWith({ code: CODE });
  expect(session.activity).toHaveBeenCalledOnce();
});

test('a scan wakes the kiosk', () => {
  const { scan, tell, session } = arrange('attract');

  scan(CODE);

  expect(session.begin).toHaveBeenCalledOnce();
  expect(tell).toHaveBeenCalledExactlyOnceWith({ code: CODE });
});

test.each(['starting', 'slowed', 'ending', 'outOfService', 'technician'] as const)(
  'nothing is told while nobody could use it: %s',
  (state) => {
    const { scan, tell, session } = arrange(state);

    scan(CODE);

    expect(tell).not.toHaveBeenCalled();
    expect(session.begin).not.toHaveBeenCalled();
  },
);

test('what is no rent notice is told as well, as much of it as is needed to say so', () => {
  const { scan, tell } = arrange('signedOut');

  scan('3017620422003');
  scan('https://elsewhere.example/'.repeat(10));

  expect(tell.mock.calls.map(([{ code }]) => code.length)).toEqual([13, 80]);
});

test.each([
  ['a card’s number', '4970101234567893'],
  ['a card’s track', '%B4970101234567890^MARTIN/JEANNE^2512'],
])('%s goes no further, and the log gets nothing of it', (_, text) => {
  const log = { ...silentLog, warn: vi.fn() };
  const { scan, tell } = arrange('signedOut', log);

  scan(text);

  expect(tell).not.toHaveBeenCalled();
  expect(log.warn).toHaveBeenCalledExactlyOnceWith('rent-notice.card-scanned');
});

function arrange(state: SessionSnapshot['state'], log = silentLog) {
  let now = state;
  const session = {
    snapshot: () => ({ state: now }) as SessionSnapshot,
    begin: vi.fn(() => {
      now = 'signedOut';
    }),
    activity: vi.fn(),
  };
  const tell = vi.fn<(scanned: { code: string }) => void>();
  return { scan: createScans({ session, tell, log }), tell, session };
}
