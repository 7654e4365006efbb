/** The lock, held against somebody who can run scripts in the page, in the real window. */
import { execFileSync } from 'node:child_process';
import type { ElectronApplication, Locator, Page } from 'playwright/test';
import { begin, heading } from '../e2e/journey.ts';
import { attractScreen, configure, test as testOfItsOwn } from '../e2e/kiosk.ts';
import { logLines } from '../e2e/kiosk-log.ts';
import { expect, test, words } from '../e2e/shared-kiosk.ts';
import { pages } from './departures.ts';

/** Each asks for a dialog of the browser or of the desktop. They run as if somebody had just touched the page. */
const DIALOGS: Readonly<Record<string, string>> = {
  print: 'print()',
  printCommand: 'document.execCommand("print")',
  printFromFrame: 'frame().print()',
  alert: 'alert(1)',
  confirm: 'confirm("?")',
  prompt: 'prompt("?")',
  alertFromFrame: 'frame().alert(1)',
  file: 'fileInput(document).click()',
  filePicker: 'fileInput(document).showPicker()',
  fileEvent: 'fileInput(document).dispatchEvent(new MouseEvent("click"))',
  fileLabel:
    '{ const label = document.createElement("label"); label.append(fileInput(document)); label.click(); }',
  fileInShadow: `{
    const host = document.createElement('div');
    document.body.append(host);
    const input = fileInput(document);
    host.attachShadow({ mode: 'closed' }).append(input);
    input.click();
  }`,
  fileFromFrame: 'frame().HTMLElement.prototype.click.call(fileInput(document))',
  fileInFrame:
    '{ const other = frame(); const input = fileInput(other.document); other.document.body.append(input); input.click(); }',
  folder: 'Object.assign(fileInput(document), { webkitdirectory: true }).click()',
  openPicker: 'showOpenFilePicker()',
  savePicker: 'showSaveFilePicker()',
  download: `Object.assign(document.createElement('a'), { download: 'left.txt', href: '/index.html' }).click()`,
};

const TOOLS = `
  const frame = () => {
    const made = document.createElement('iframe');
    document.body.append(made);
    return made.contentWindow;
  };
  const fileInput = (owner) => Object.assign(owner.createElement('input'), { type: 'file' });
`;

testOfItsOwn('no script of the page opens a window of the desktop', async ({ app, page, sandbox }) => {
  const before = windowsOnScreen(app);

  for (const [name, script] of Object.entries(DIALOGS)) {
    await attempt(page, `${TOOLS} ${script}`);
    expect(await windowIsUsable(app, page), name).toBe(true);
    expect(windowsOnScreen(app), name).toEqual(before);
  }

  expect(before).toHaveLength(1);
  await expect.poll(() => logLines(sandbox, 'file-dialog.refused').length).toBeGreaterThanOrEqual(7);
});

testOfItsOwn('no script of the page opens one after the page was wiped either', async ({ app, page }) => {
  const before = windowsOnScreen(app);
  await page.getByRole('button', { name: words.attract.invitation }).click();
  await page.getByRole('button', { name: words.frame.leave }).click();
  await expect(page.getByRole('button', { name: words.attract.invitation })).toBeVisible();

  for (const name of ['print', 'alert', 'file', 'fileFromFrame']) {
    await attempt(page, `${TOOLS} ${DIALOGS[name]}`);
    expect(windowsOnScreen(app), name).toEqual(before);
  }
});

test('no script of the page closes, moves, renames or fills the window', async ({ app, page }) => {
  const before = await shapeOf(app);

  for (const script of [
    'close()',
    'top.close()',
    'open("", "_self").close()',
    'frame().close.call(window)',
    'frame().parent.close()',
    'delete window.close; close()',
    'moveTo(5, 5)',
    'moveBy(50, 50)',
    'resizeTo(300, 300)',
    'resizeBy(-100, -100)',
    'document.title = "Somebody else"',
    'document.documentElement.requestFullscreen()',
    'document.body.requestPointerLock()',
    'documentPictureInPicture.requestWindow()',
  ]) {
    await attempt(page, `${TOOLS} ${script}`);
    expect(await pages(app), script).toBe(1);
    expect(await shapeOf(app), script).toEqual(before);
  }
});

test('hands neither select, nor drag, nor drop, nor paste, nor make the picture larger', async ({ page }) => {
  await begin(page);
  const field = page.getByLabel(words.signIn.email, { exact: true });
  const other = page.getByLabel(words.signIn.password, { exact: true });
  const title = await middleOf(heading(page));
  const devTools = await page.context().newCDPSession(page);

  await test.step('no text outside a field is selected', async () => {
    await page.mouse.move(title.x, title.y);
    await page.mouse.down();
    await page.mouse.move(title.x + 200, title.y + 60, { steps: 4 });
    await page.mouse.up();
    await heading(page).dblclick();
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('');
  });

  await test.step('what is selected in a field goes into no other', async () => {
    await field.fill('jeanne');
    await field.press('Shift+Home');
    const { x, y } = await middleOf(other);
    await page.mouse.click(x, y, { button: 'middle' });
    await page.evaluate(`for (const name of ['copy', 'cut', 'paste']) document.execCommand(name)`);
    await expect(other).toHaveValue('');
    await expect(field).toHaveValue('jeanne');
  });

  await test.step('a file or a text that is let fall goes nowhere', async () => {
    for (const place of [title, await middleOf(other)]) {
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
        await devTools.send('Input.dispatchDragEvent', {
          type,
          ...place,
          data: {
            items: [{ mimeType: 'text/plain', data: 'left' }],
            files: ['/etc/hostname'],
            dragOperationsMask: 1,
          },
        });
      }
    }
    await expect(other).toHaveValue('');
    await expect(heading(page)).toHaveText(words.signIn.title);
  });

  await test.step('two fingers, two taps and the wheel leave it as large as it is', async () => {
    await devTools.send('Input.synthesizePinchGesture', { ...title, scaleFactor: 3 });
    await devTools.send('Input.synthesizeTapGesture', { ...title, tapCount: 2 });
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -400);
    await page.keyboard.up('Control');
    expect(await page.evaluate(() => [visualViewport?.scale, devicePixelRatio])).toEqual([1, 1]);
  });
});

test.describe('in the hall', () => {
  testOfItsOwn(
    'the window covers the display, lies on top, and comes back whatever takes it away',
    async ({ sandbox, startKiosk }) => {
      configure(sandbox, { window: { mode: 'kiosk' } });
      const app = await startKiosk();
      await attractScreen(app);
      await expect.poll(() => standing(app)).toEqual({ coversDisplay: true, isOnTop: true, isThere: true });

      for (const leave of ['minimize', 'hide', 'blur', 'close', 'unmaximize'] as const) {
        await app.evaluate(({ BrowserWindow }, leave) => BrowserWindow.getAllWindows()[0]?.[leave](), leave);
        await expect
          .poll(() => standing(app), leave)
          .toEqual({ coversDisplay: true, isOnTop: true, isThere: true });
      }
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setKiosk(false));
      await app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 40, width: 300, height: 300 }),
      );
      await expect.poll(() => standing(app)).toEqual({ coversDisplay: true, isOnTop: true, isThere: true });
    },
  );
});

async function middleOf(target: Locator): Promise<{ x: number; y: number }> {
  const box = await target.boundingBox();
  if (!box) throw new Error('There is nothing to touch.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** What the page's own policy refuses at once throws; that is a refusal like any other. */
async function attempt(page: Page, script: string): Promise<void> {
  // In a task of its own: what blocks the page must not block the test.
  await page.evaluate(`setTimeout(() => {
    try { ${script} } catch ({ name }) { name }
    window.attempts = (window.attempts ?? 0) + 1;
  }); window.attempts ?? 0`);
  await page.evaluate('new Promise((resolve) => setTimeout(resolve))');
}

/** A page behind a dialog of the browser's answers nothing, a window behind one of the desktop's has lost the focus. */
async function windowIsUsable(app: ElectronApplication, page: Page): Promise<boolean> {
  await page.evaluate('new Promise((resolve) => requestAnimationFrame(resolve))');
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length === 1);
}

/** The windows that the kiosk's main process has on the display, by the window system's own list. */
function windowsOnScreen(app: ElectronApplication): string[] {
  const pid = String(app.process().pid);
  const found = execFileSync('xdotool', ['search', '--all', '--onlyvisible', '--pid', pid, '--name', '.*']);
  return found.toString().trim().split('\n');
}

function shapeOf(app: ElectronApplication) {
  return app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    return { bounds: window?.getBounds(), title: window?.getTitle(), isFullScreen: window?.isFullScreen() };
  });
}

function standing(app: ElectronApplication) {
  return app.evaluate(({ BrowserWindow, screen }) => {
    const window = BrowserWindow.getAllWindows()[0];
    const { bounds } = screen.getPrimaryDisplay();
    const { x, y, width, height } = window?.getBounds() ?? { x: -1, y: -1, width: 0, height: 0 };
    return {
      // Without a window manager Chromium leaves the last pixel out.
      coversDisplay:
        x === bounds.x && y === bounds.y && bounds.width - width <= 1 && bounds.height - height <= 1,
      isOnTop: window?.isAlwaysOnTop(),
      isThere: window?.isVisible() === true && !window.isMinimized(),
    };
  });
}
