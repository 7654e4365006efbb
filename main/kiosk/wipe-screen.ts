/** Takes the person's traces out of the window: a new page, no storage, no cache, an empty clipboard. */
import { type BrowserWindow, clipboard } from 'electron';
import { APP_PAGE } from './app-protocol.ts';

export async function wipeScreen(window: BrowserWindow): Promise<void> {
  await clipboard.clear();
  const { session } = window.webContents;
  await Promise.all([session.clearStorageData(), session.clearCache(), session.clearAuthCache()]);
  await window.loadURL(APP_PAGE);
  window.webContents.navigationHistory.clear();
}
