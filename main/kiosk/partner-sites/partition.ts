/**
 * The partner sites' own corner of the browser: in memory only, and with a network, which the kiosk's page has not.
 * There is one, made when it is first needed and emptied after each visit: Electron keeps every partition for ever.
 */
import { type Session, session, type WebContents } from 'electron';
import type { PartnerSite } from '../../config/partner-sites.ts';
import type { Log } from '../../log/log.ts';
import { mayLead, mayLoad } from './address-policy.ts';

/** Without "persist:" Electron writes nothing of it to the disk. */
const NAME = 'partner-site';

/**
 * Laid over each page and frame by the browser itself, so that no script comes before it: no alert, no question,
 * no print dialog, no "are you sure that you want to leave?", no pointer lock.
 */
const SANDBOX = [
  'sandbox',
  'allow-scripts',
  'allow-same-origin',
  'allow-forms',
  'allow-top-navigation',
  'allow-storage-access-by-user-activation',
  // Asked for, to be refused or to be led into the same view, with an explanation.
  'allow-popups',
  'allow-downloads',
].join(' ');

const PAGES = ['mainFrame', 'subFrame', 'object'];

export interface Partition {
  readonly session: Session;
  /** The site that is visited now; with none, nothing comes or goes. */
  admit(site: PartnerSite | null): void;
  onDownload(tell: () => void): void;
  /** Leaves nothing of the visit before. */
  wipe(): Promise<void>;
}

let made: Partition | null = null;

/** Whether a page is a partner's, whichever way it came to be. */
export function isOfPartner(contents: WebContents): boolean {
  return made !== null && contents.session === made.session;
}

export function partition(log: Log): Partition {
  made ??= makePartition(log);
  return made;
}

function makePartition(log: Log): Partition {
  const web = session.fromPartition(NAME, { cache: true });
  let admitted: PartnerSite | null = null;
  let tellDownload: () => void = () => undefined;

  refusePermissions(web, log);
  web.on('will-download', (event) => {
    event.preventDefault();
    log.warn('partner.download-refused');
    tellDownload();
  });
  web.webRequest.onBeforeRequest(({ url, resourceType }, answer) => {
    const isPage = PAGES.includes(resourceType);
    const allowed = admitted !== null && (isPage ? mayLead(url, admitted) : mayLoad(url, admitted));
    if (!allowed) log.warn('partner.request-refused', { kind: resourceType });
    answer({ cancel: !allowed });
  });
  web.webRequest.onBeforeSendHeaders(({ requestHeaders }, answer) => {
    // A service worker would outlive its page, and its answers would come without the sandbox.
    const isServiceWorker = headerOf(requestHeaders, 'service-worker') !== undefined;
    if (isServiceWorker) log.warn('partner.service-worker-refused');
    answer({ cancel: isServiceWorker });
  });
  web.webRequest.onHeadersReceived(({ resourceType, responseHeaders = {} }, answer) => {
    if (!PAGES.includes(resourceType)) return answer({});
    const name = headerOf(responseHeaders, 'content-security-policy') ?? 'Content-Security-Policy';
    const policies = [...(responseHeaders[name] ?? []), SANDBOX];
    answer({ responseHeaders: { ...responseHeaders, ...notInViewer(responseHeaders), [name]: policies } });
  });

  return {
    session: web,
    admit(site) {
      admitted = site;
    },
    onDownload(tell) {
      tellDownload = tell;
    },
    async wipe() {
      await web.closeAllConnections();
      await Promise.all([
        web.clearData(),
        web.clearStorageData(),
        web.clearCache(),
        web.clearAuthCache(),
        web.clearCodeCaches({}),
        web.clearHostResolverCache(),
        web.clearSharedDictionaryCache(),
      ]);
    },
  };
}

/** Not one: no full screen, no pointer lock, no place, no camera, no device, no notification. */
function refusePermissions(web: Session, log: Log): void {
  web.setPermissionRequestHandler((_contents, permission, answer) => {
    log.warn('partner.permission-refused', { permission });
    answer(false);
  });
  web.setPermissionCheckHandler(() => false);
  web.setDevicePermissionHandler(() => false);
  web.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  web.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses);
}

/** Chromium's PDF viewer has buttons of its own: to save, to print. To be saved it is refused, and explained. */
function notInViewer(headers: Readonly<Record<string, string[]>>): Record<string, string[]> {
  const type = headers[headerOf(headers, 'content-type') ?? '']?.join() ?? '';
  if (!/pdf/i.test(type)) return {};
  return { [headerOf(headers, 'content-disposition') ?? 'Content-Disposition']: ['attachment'] };
}

function headerOf(headers: Readonly<Record<string, unknown>>, name: string): string | undefined {
  return Object.keys(headers).find((each) => each.toLowerCase() === name);
}
