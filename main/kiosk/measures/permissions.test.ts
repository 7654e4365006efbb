import type { Session } from 'electron';
import { expect, test, vi } from 'vitest';
import { silentLog } from '../../log/log.ts';
import { permissions } from './permissions.ts';

const SETTERS = [
  'setPermissionRequestHandler',
  'setPermissionCheckHandler',
  'setDevicePermissionHandler',
  'setDisplayMediaRequestHandler',
  'setUSBProtectedClassesHandler',
] as const;

test.each(['media', 'geolocation', 'notifications', 'fullscreen', 'pointerLock', 'a-name-to-come'])(
  '%s is refused, asked or checked, and asking counts',
  (permission) => {
    const { session, onAttempt, measure } = arrange();
    const answer = vi.fn();

    measure.apply();
    session.setPermissionRequestHandler.mock.lastCall?.[0](null, permission, answer);

    expect(answer).toHaveBeenCalledExactlyOnceWith(false);
    expect(session.setPermissionCheckHandler.mock.lastCall?.[0](null, permission)).toBe(false);
    expect(onAttempt).toHaveBeenCalledExactlyOnceWith('permission');
  },
);

test('no device is given, no screen is shown to anybody, every class of USB is protected', () => {
  const { session, measure } = arrange();
  const answer = vi.fn();

  measure.apply();
  session.setDisplayMediaRequestHandler.mock.lastCall?.[0](null, answer);

  expect(session.setDevicePermissionHandler.mock.lastCall?.[0]()).toBe(false);
  expect(answer).toHaveBeenCalledExactlyOnceWith({});
  expect(
    session.setUSBProtectedClassesHandler.mock.lastCall?.[0]({ protectedClasses: ['hid', 'audio'] }),
  ).toEqual(['hid', 'audio']);
});

test('undone, nothing is left of it', () => {
  const { session, measure } = arrange();

  measure.apply();
  measure.undo();

  for (const setter of SETTERS) expect(session[setter]).toHaveBeenLastCalledWith(null);
});

function arrange() {
  const session = Object.fromEntries(SETTERS.map((setter) => [setter, vi.fn()])) as Record<
    (typeof SETTERS)[number],
    ReturnType<typeof vi.fn>
  >;
  const onAttempt = vi.fn();
  return { session, onAttempt, measure: permissions(session as unknown as Session, silentLog, onAttempt) };
}
