/** What pages may load: the kiosk's own files. The network belongs to main. */
import type { Session } from 'electron';
import type { Log } from '../../log/log.ts';
import { APP_ORIGIN, BLANK_PAGE } from '../app-protocol.ts';
import type { Measure } from '../measure.ts';

/** The kiosk's own files are left to app-protocol.ts: a look at each of them here would hold up the first paint. */
const EVERYTHING_ELSE = { urls: ['<all_urls>'], excludeUrls: [`${APP_ORIGIN}/*`, BLANK_PAGE] };

/** WebRTC passes by both the content security policy and webRequest; its TCP takes the proxy, and here that leads nowhere. */
const DEAD_END = {
  mode: 'fixed_servers',
  // The discard port: nobody listens there.
  proxyRules: '127.0.0.1:9',
  // Without it, programs on this very machine would be reached past the proxy.
  proxyBypassRules: '<-loopback>',
} as const;

/** Holds once the network is shut off; nothing that a page asks for overtakes that. */
export function requests(session: Pick<Session, 'webRequest' | 'setProxy'>, log: Log): Measure {
  return {
    name: 'requests',
    apply() {
      session.webRequest.onBeforeRequest(EVERYTHING_ELSE, (details, answer) => {
        log.warn('request.refused', { kind: details.resourceType });
        answer({ cancel: true });
      });
      return session.setProxy(DEAD_END);
    },
    undo() {
      session.webRequest.onBeforeRequest(null);
      return session.setProxy({ mode: 'system' });
    },
  };
}
