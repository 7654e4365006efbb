/** The way round the request policy for UDP. What WebRTC sends by TCP meets that policy's proxy. */
import type { App } from 'electron';
import { everyPage } from '../every-page.ts';
import type { Measure } from '../measure.ts';

export function peerConnections(app: Pick<App, 'on' | 'off'>): Measure {
  const pages = everyPage(app, (contents) => {
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
    return () => contents.setWebRTCIPHandlingPolicy('default');
  });
  return { name: 'peer connections', apply: pages.start, undo: pages.stop };
}
