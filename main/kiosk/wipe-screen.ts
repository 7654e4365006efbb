/** Takes the person's traces out of the window: a new page, no storage, no cache, an empty clipboard. */
import type { BrowserWindow } from 'electron';
import { APP_PAGE } from './app-protocol.ts';
import { emptyClipboard } from './empty-clipboard.ts';

export async function wipeScreen(window: BrowserWindow): Promise<void> {
  await emptyClipboard();
  const { session } = window.webContents;
  await Promise.all([session.clearStorageData(), session.clearCache(), session.clearAuthCache()]);
  await window.loadURL(APP_PAGE);
  window.webContents.navigationHistory.clear();
}
