/** What a page may ask of the machine. Deny by default: what is not in the table is refused, asked or checked. */
import type { Session } from 'electron';
import type { Log } from '../../log/log.ts';
import type { Measure, OnAttempt } from '../measure.ts';

/** Permissions of the kiosk's own page, by Electron's names. Empty: so far it needs none. */
const ALLOWED: ReadonlySet<string> = new Set<string>();

export function permissions(session: Session, log: Log, onAttempt: OnAttempt): Measure {
  return {
    name: 'permissions',
    apply() {
      session.setPermissionRequestHandler((_contents, permission, answer) => {
        const allowed = ALLOWED.has(permission);
        if (!allowed) {
          log.warn('permission.refused', { permission });
          onAttempt('permission');
        }
        answer(allowed);
      });
      session.setPermissionCheckHandler((_contents, permission) => ALLOWED.has(permission));
      session.setDevicePermissionHandler(() => false);
      session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
      session.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses);
    },
    undo() {
      session.setPermissionRequestHandler(null);
      session.setPermissionCheckHandler(null);
      session.setDevicePermissionHandler(null);
      session.setDisplayMediaRequestHandler(null);
      session.setUSBProtectedClassesHandler(null);
    },
  };
}
