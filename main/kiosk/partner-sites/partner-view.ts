/** The view that a partner's pages are shown in: nothing of the kiosk reaches into it, nothing of it reaches out. */
import { type Session, WebContentsView } from 'electron';

const GROUND_COLOUR = '#ffffff';

export function makePartnerView(session: Session): WebContentsView {
  const view = new WebContentsView({
    webPreferences: {
      session,
      // And no preload script: these pages have nothing to say to the kiosk.
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      plugins: false,
      navigateOnDragDrop: false,
      disableBlinkFeatures: 'FileSystemAccessLocal,EyeDropperAPI',
      disableDialogs: true,
      safeDialogs: true,
      autoplayPolicy: 'user-gesture-required',
      spellcheck: false,
      devTools: false,
      enableWebSQL: false,
    },
  });
  view.setBackgroundColor(GROUND_COLOUR);
  view.setVisible(false);
  view.webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  view.webContents.setIgnoreMenuShortcuts(true);
  return view;
}
