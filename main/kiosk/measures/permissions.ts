/** What a page may ask of the machine. Deny by default: what is not in the table is refused, asked or checked. */
import type { Session, WebContents } from 'electron';
import type { Log } from '../../log/log.ts';
import { APP_ORIGIN, APP_PAGE } from '../app-protocol.ts';
import type { Measure, OnAttempt } from '../measure.ts';

/** As much of what Electron tells of a wish as is looked at. */
interface Wish {
  readonly isMainFrame?: boolean;
  readonly requestingUrl?: string;
  /** When it is asked, and when it is checked. */
  readonly mediaTypes?: readonly string[];
  readonly mediaType?: string;
}

/** Main's own knowledge; which screen stands on the display is the page's alone, and proves nothing. */
export interface PermissionGrounds {
  /** Somebody is there who may hold a rent notice, or a paper to hand in, before the camera. */
  mayUseCamera: () => boolean;
}

/** Permissions of the kiosk's own page, by Electron's names. */
const ALLOWED: Readonly<Record<string, (wish: Wish, grounds: PermissionGrounds) => boolean>> = {
  // Pictures alone, of the code of a rent notice and of papers. Nobody here has a use for sound.
  media: ({ mediaTypes, mediaType }, { mayUseCamera }) =>
    (mediaTypes ? mediaTypes.join() === 'video' : mediaType === 'video') && mayUseCamera(),
};

export function permissions(
  session: Session,
  log: Log,
  onAttempt: OnAttempt,
  grounds: PermissionGrounds,
): Measure {
  const isAllowed = (contents: WebContents | null, permission: string, wish: Wish): boolean =>
    Object.hasOwn(ALLOWED, permission) &&
    contents?.getURL() === APP_PAGE &&
    wish.isMainFrame === true &&
    (wish.requestingUrl ?? APP_PAGE).startsWith(`${APP_ORIGIN}/`) &&
    ALLOWED[permission]?.(wish, grounds) === true;

  return {
    name: 'permissions',
    apply() {
      session.setPermissionRequestHandler((contents, permission, answer, details) => {
        const allowed = isAllowed(contents, permission, details as Wish);
        if (!allowed) {
          log.warn('permission.refused', { permission });
          onAttempt('permission');
        }
        answer(allowed);
      });
      session.setPermissionCheckHandler((contents, permission, _origin, details) =>
        isAllowed(contents, permission, details as Wish),
      );
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
