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

const OWN_PAGE = { getURL: () => 'app://kiosk/index.html' };
const IN_OWN_PAGE = { isMainFrame: true, requestingUrl: 'app://kiosk/index.html' };

test.each(['media', 'geolocation', 'notifications', 'fullscreen', 'pointerLock', 'a-name-to-come'])(
  '%s is refused, asked or checked, and asking counts',
  (permission) => {
    const { session, onAttempt, measure } = arrange();
    const answer = vi.fn();

    measure.apply();
    session.setPermissionRequestHandler.mock.lastCall?.[0](OWN_PAGE, permission, answer, IN_OWN_PAGE);

    expect(answer).toHaveBeenCalledExactlyOnceWith(false);
    expect(session.setPermissionCheckHandler.mock.lastCall?.[0](OWN_PAGE, permission, '', IN_OWN_PAGE)).toBe(
      false,
    );
    expect(onAttempt).toHaveBeenCalledExactlyOnceWith('permission');
  },
);

const CAMERA = { ...IN_OWN_PAGE, mediaTypes: ['video'] };

test('the kiosk’s own page may use the camera while somebody is there', () => {
  const { ask, check, onAttempt } = arrange({ mayUseCamera: true });

  expect(ask(OWN_PAGE, CAMERA)).toBe(true);
  expect(check(OWN_PAGE, { ...IN_OWN_PAGE, mediaType: 'video' })).toBe(true);
  expect(onAttempt).not.toHaveBeenCalled();
});

test.each<[string, object, object, boolean]>([
  ['when nobody is there', OWN_PAGE, CAMERA, false],
  ['together with the microphone', OWN_PAGE, { ...CAMERA, mediaTypes: ['video', 'audio'] }, true],
  ['as the microphone alone', OWN_PAGE, { ...CAMERA, mediaTypes: ['audio'] }, true],
  ['by another page', { getURL: () => 'https://elsewhere.example/' }, CAMERA, true],
  ['by a frame', OWN_PAGE, { ...CAMERA, isMainFrame: false }, true],
  ['for another origin', OWN_PAGE, { ...CAMERA, requestingUrl: 'https://elsewhere.example/' }, true],
  ['as nothing', OWN_PAGE, IN_OWN_PAGE, true],
])('the camera is refused %s', (_, contents, wish, mayUseCamera) => {
  const { ask, check, onAttempt } = arrange({ mayUseCamera });

  expect(ask(contents, wish)).toBe(false);
  expect(check(contents, wish)).toBe(false);
  expect(onAttempt).toHaveBeenCalledExactlyOnceWith('permission');
});

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

function arrange({ mayUseCamera = false } = {}) {
  const session = Object.fromEntries(SETTERS.map((setter) => [setter, vi.fn()])) as Record<
    (typeof SETTERS)[number],
    ReturnType<typeof vi.fn>
  >;
  const onAttempt = vi.fn();
  const grounds = { mayUseCamera: () => mayUseCamera };
  const measure = permissions(session as unknown as Session, silentLog, onAttempt, grounds);
  const ask = (contents: object, wish: object) => {
    const answer = vi.fn();
    measure.apply();
    session.setPermissionRequestHandler.mock.lastCall?.[0](contents, 'media', answer, wish);
    return answer.mock.lastCall?.[0];
  };
  const check = (contents: object, wish: object) => {
    measure.apply();
    return session.setPermissionCheckHandler.mock.lastCall?.[0](contents, 'media', '', wish);
  };
  return { session, onAttempt, measure, ask, check };
}
