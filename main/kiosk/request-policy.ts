/** What pages may load: the kiosk's own files. The network belongs to main. */
import type { Session } from 'electron';
import type { Log } from '../log/log.ts';
import { APP_ORIGIN } from './app-protocol.ts';

export function applyRequestPolicy(session: Session, log: Log): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    const allowed = details.url.startsWith(`${APP_ORIGIN}/`);
    if (!allowed) log.warn('request.refused', { kind: details.resourceType });
    answer({ cancel: !allowed });
  });
  session.on('will-download', (event) => {
    log.warn('request.download-refused');
    event.preventDefault();
  });
}
