/** What holds for every page that this program shows, its own and those of partner sites. Written out, defaults too. */
import type { WebPreferences } from 'electron';

export const PAGE_PREFERENCES: Readonly<WebPreferences> = {
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
  enableWebSQL: false,
  navigateOnDragDrop: false,
  // File pickers are windows of the desktop; a colour picker takes the next touch, wherever it lands. Nobody is asked before.
  disableBlinkFeatures: 'FileSystemAccessLocal,EyeDropperAPI',
  disableDialogs: true,
  safeDialogs: true,
  autoplayPolicy: 'user-gesture-required',
  spellcheck: false,
};
