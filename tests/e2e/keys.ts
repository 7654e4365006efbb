/** Keys as the keyboard sends them. Playwright's own are put into the page past the kiosk's look at each key. */
import type { ElectronApplication } from 'playwright/test';

export interface KeyPress {
  /** Electron's name for the key, as in its accelerators. */
  readonly keyCode: string;
  readonly modifiers?: ('control' | 'alt' | 'shift' | 'meta' | 'isautorepeat')[];
}

export function pressKeys(app: ElectronApplication, presses: readonly KeyPress[]): Promise<void> {
  return app.evaluate(({ BrowserWindow }, presses) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    for (const press of presses) {
      contents?.sendInputEvent({ type: 'keyDown', ...press });
      contents?.sendInputEvent({ type: 'keyUp', ...press });
    }
  }, presses);
}
