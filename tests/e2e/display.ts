/**
 * What stands on the display, and a finger on it, by way of main: when a page's process dies, Playwright's own view
 * of the page dies with it.
 */
import type { ElectronApplication } from 'playwright/test';
import { expect } from 'playwright/test';

export interface Display {
  /** Everything that can be read on it; empty while there is no page. */
  text(): Promise<string>;
  /** The process that draws the page; 0 while there is none. */
  processId(): Promise<number>;
  /** A real press on the button of this name. */
  press(name: string): Promise<void>;
}

export function displayOf(app: ElectronApplication): Display {
  const ask = (expression: string): Promise<unknown> =>
    app.evaluate(async ({ BrowserWindow }, expression) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (!contents || contents.isCrashed()) return null;
      const answer = contents.mainFrame.executeJavaScript(expression).catch(() => null);
      // A page that hangs, or is just going, does not answer.
      return Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 500, null))]);
    }, expression);

  return {
    text: async () => String((await ask('document.body.innerText')) ?? ''),
    processId: () =>
      app.evaluate(
        ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
      ),
    async press(name) {
      const middle = `(() => {
        const button = [...document.querySelectorAll('button')].find((one) =>
          (one.getAttribute('aria-label') ?? one.textContent).includes(${JSON.stringify(name)}));
        const box = button?.getBoundingClientRect();
        return box && { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
      })()`;
      let place: { x: number; y: number } | null = null;
      await expect
        .poll(async () => {
          place = (await ask(middle)) as typeof place;
          return place !== null;
        })
        .toBe(true);
      await app.evaluate(
        ({ BrowserWindow }, place) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents;
          if (!contents || !place) return;
          contents.focus();
          contents.sendInputEvent({ type: 'mouseDown', ...place, button: 'left', clickCount: 1 });
          contents.sendInputEvent({ type: 'mouseUp', ...place, button: 'left', clickCount: 1 });
        },
        place as { x: number; y: number } | null,
      );
    },
  };
}
