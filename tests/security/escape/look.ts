/** All that would be seen of an escape, from outside of the page and from inside. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';
import type { ElectronApplication } from 'playwright/test';
import type { Stage, Started } from './stage.ts';

/** What lies on the clipboard before, and is nobody's. To find it empty is as good. */
export const CLIPBOARD = 'nobody’s';

/** What is looked at, and what it looks like now. Two looks at an untouched kiosk are the same. */
export type Look = Readonly<Record<string, string>>;

/** Runs in the page: what a person would call "the same screen". `escapeMark` is gone when the document is another. */
const SEEN_IN_PAGE = `(async () => {
  const state = await Promise.resolve()
    .then(() => window.kiosk.call('session.read', undefined))
    .then(({ state }) => state, ({ message }) => message);
  return {
    'document': window.escapeMark ?? 'another one',
    'heading': document.querySelector('h1')?.textContent ?? 'none',
    'session': state,
    'window in the page': innerWidth + 'x' + innerHeight + ' at ' + devicePixelRatio,
    'pinched': String(visualViewport.scale),
    'scrolled aside': scrollX + ',' + visualViewport.offsetLeft,
    // A selection within a field counts as collapsed.
    'selected text': getSelection().isCollapsed ? '' : String(getSelection()),
    'full screen element': document.fullscreenElement?.tagName ?? 'none',
    'pointer lock': document.pointerLockElement?.tagName ?? 'none',
    'editable': document.designMode,
  };
})()`;

export async function lookAround(stage: Stage, { app, program }: Started): Promise<Look> {
  const [seen, windows, { tcp, udp }] = await Promise.all([
    seenInProgram(app),
    stage.hands.windows(),
    stage.witness.callers(),
  ]);
  return {
    ...seen,
    'windows on the screen': windows.map((name) => name || '(no name)').join(', '),
    'other programs': otherPrograms(program.pid ?? 0).join(', ') || 'none',
    'asked to open something': stage.opened() || 'none',
    'files in the home folder': stage.files(),
    'callers at the door': `${tcp} by TCP, ${udp} by UDP`,
  };
}

/** In words: `zoom: 1 → 1.2`. None when the looks are the same. */
export function differences(before: Look, after: Look): string[] {
  return Object.keys({ ...before, ...after })
    .filter((what) => before[what] !== after[what])
    .map((what) => `${what}: ${before[what]} → ${after[what]}`);
}

function seenInProgram(app: ElectronApplication): Promise<Look> {
  return app.evaluate(
    async ({ BrowserWindow, webContents, clipboard }, { script, planted }): Promise<Look> => {
      const [window] = BrowserWindow.getAllWindows();
      const pages = webContents.getAllWebContents();
      const addresses = pages.map((page) => page.getURL());
      if (!window) return { pages: addresses.join(', ') };
      const contents = window.webContents;
      const { x, y, width, height } = window.getBounds();
      return {
        pages: addresses.join(', '),
        title: window.getTitle(),
        place: `${width}x${height}+${x}+${y}`,
        window: [
          window.isVisible() && 'visible',
          window.isMinimized() && 'minimised',
          window.isKiosk() && 'kiosk',
          window.isFocused() && 'focused',
          window.isAlwaysOnTop() && 'on top',
        ]
          .filter(Boolean)
          .join(', '),
        zoom: pages.map((page) => page.getZoomFactor()).join(', '),
        'developer tools': pages.some((page) => page.isDevToolsOpened()) ? 'open' : 'shut',
        views: window.contentView.children
          .map((view) => `${JSON.stringify(view.getBounds())} ${view.getVisible() ? 'visible' : 'hidden'}`)
          .join(', '),
        clipboard: [planted, ''].includes(await clipboard.readText())
          ? 'of nobody'
          : await clipboard.readText(),
        ...(await contents.executeJavaScript(script)),
      };
    },
    { script: SEEN_IN_PAGE, planted: CLIPBOARD },
  );
}

/** Children of the program, however deep, that run another program than its own. */
function otherPrograms(pid: number, own = programOf(pid)): string[] {
  return childrenOf(pid)
    .flatMap((child) => {
      const program = programOf(child);
      const isOther = program !== undefined && program !== own;
      return [...(isOther ? [basename(program)] : []), ...otherPrograms(child, own)];
    })
    .sort();
}

function childrenOf(pid: number): number[] {
  const tasks = unlessGone(() => readdirSync(`/proc/${pid}/task`)) ?? [];
  return tasks
    .map((task) => unlessGone(() => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8')) ?? '')
    .flatMap((children) => children.split(' ').filter(Boolean).map(Number));
}

function programOf(pid: number): string | undefined {
  return unlessGone(() => readlinkSync(`/proc/${pid}/exe`));
}

/** Processes end while they are looked at. */
function unlessGone<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH') return undefined;
    throw error;
  }
}
