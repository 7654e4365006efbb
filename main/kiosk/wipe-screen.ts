/** Takes the person's traces out of the window: a new process, no storage, no cache, an empty clipboard. */
import type { BrowserWindow, Session } from 'electron';
import { APP_PAGE } from './app-protocol.ts';
import { emptyClipboard } from './empty-clipboard.ts';
import { leaveProcess, load } from './replace-renderer.ts';

/** @param zoomFactor the one that the window was opened with */
export async function wipeScreen(window: BrowserWindow, zoomFactor: number): Promise<void> {
  const contents = window.webContents;
  await Promise.all([leaveProcess(contents), emptyClipboard()]);
  // With no page of the person's left that could still write.
  await emptyStorage(contents.session);
  await load(contents, APP_PAGE);
  contents.setZoomFactor(zoomFactor);
  contents.navigationHistory.clear();
}

async function emptyStorage(session: Session): Promise<void> {
  await Promise.all([
    session.clearStorageData(),
    session.clearCache(),
    session.clearAuthCache(),
    session.clearHostResolverCache(),
    session.clearSharedDictionaryCache(),
  ]);
}
