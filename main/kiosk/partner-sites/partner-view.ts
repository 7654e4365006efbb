/** The view that a partner's pages are shown in: nothing of the kiosk reaches into it, nothing of it reaches out. */
import { type Session, WebContentsView } from 'electron';
import { PAGE_PREFERENCES } from '../page-preferences.ts';

const GROUND_COLOUR = '#ffffff';

export function makePartnerView(session: Session): WebContentsView {
  const view = new WebContentsView({
    webPreferences: {
      ...PAGE_PREFERENCES,
      // And no preload script: these pages have nothing to say to the kiosk.
      session,
      devTools: false,
    },
  });
  view.setBackgroundColor(GROUND_COLOUR);
  view.setVisible(false);
  view.webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  view.webContents.setIgnoreMenuShortcuts(true);
  return view;
}
