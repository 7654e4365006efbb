/** The spooler's driver in the real window. Here Electron prints to a queue of CUPS as it prints to Windows' spooler. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright/test';
import { type PrintQueue, startPrintQueue } from '../sandbox/print-queue/print-queue.ts';
import { axeFindings } from './access/axe.ts';
import { askForPaper, heading, signIn } from './journey.ts';
import { attractScreen, expect, test, words } from './kiosk.ts';

test.describe('a printer of the system’s spooler', () => {
  let folder = '';
  let queue: PrintQueue;

  test.use({
    config: {
      printers: [{ id: 'usb', role: 'statements', driver: 'windows-spooler', name: 'kiosk' }],
    },
  });
  test.beforeEach(async ({ sandbox }) => {
    folder = mkdtempSync(join(tmpdir(), 'spooler-'));
    // As root, CUPS runs its filters as a user who has to come through here.
    chmodSync(folder, 0o755);
    queue = await startPrintQueue({ folder, printerUri: sandbox.printer.uri });
  });
  test.afterEach(async () => {
    await queue.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('prints the statement as it was drawn, says no more than it knows, and leaves no window', async ({
    sandbox,
    startKiosk,
  }) => {
    const app = await startKiosk({ CUPS_SERVER: new URL(queue.uri).host });
    const page = await attractScreen(app);
    await signIn(page, sandbox);
    await pretendWindows(app);
    const others = watchOtherWindows(app);

    await askForPaper(page);
    await expect(heading(page)).toHaveText(words.printing.onlySent);
    await expect(page.getByText(words.printing.onlySentText)).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);

    // CUPS draws it anew for the printer, in programs of its own.
    await expect.poll(() => readdirSync(sandbox.printedFolder), { timeout: 60_000 }).toHaveLength(1);
    const [printed = ''] = readdirSync(sandbox.printedFolder);
    const sheet = inkOn(join(sandbox.printedFolder, printed));
    // Electron's trap is a blank sheet.
    expect(sheet.inkShare).toBeGreaterThan(0.01);
    expect(sheet.inkShare).toBeLessThan(0.3);
    expect(sheet.size).toEqual(['595', '841']);
    // What was made for the sheets, and what is left of it.
    expect(await others()).toEqual([
      { isVisible: false, isSandboxed: true, runsScripts: false, sharesSession: false },
    ]);
    expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
  });
});

/** Points of its first page, and how much of that is not white. */
function inkOn(file: string): { size: string[]; inkShare: number } {
  const options = { encoding: 'latin1', maxBuffer: 64_000_000 } as const;
  const [, ...size] = /Page size: +(\d+)[.\d]* x (\d+)/.exec(execFileSync('pdfinfo', [file], options)) ?? [];
  const picture = execFileSync('pdftoppm', ['-gray', '-r', '50', '-singlefile', file], options);
  const pixels = picture.slice(picture.length - 413 * 585);
  return { size, inkShare: [...pixels].filter((pixel) => pixel.charCodeAt(0) < 200).length / pixels.length };
}

/** What the driver looks at, and nothing else that has begun by now. */
function pretendWindows(app: ElectronApplication): Promise<void> {
  return app.evaluate(() => void Object.defineProperty(process, 'platform', { value: 'win32' }));
}

interface OtherWindow {
  isVisible: boolean;
  isSandboxed: boolean;
  runsScripts: boolean;
  sharesSession: boolean;
}

/** @returns what there was to see of every window that was made since */
function watchOtherWindows(app: ElectronApplication): () => Promise<OtherWindow[]> {
  const watching = app.evaluate(({ app: program, session }) => {
    const seen: OtherWindow[] = [];
    Object.assign(globalThis, { seenWindows: seen });
    program.on('browser-window-created', (_, window) => {
      const contents = window.webContents as unknown as {
        getLastWebPreferences(): { sandbox: boolean; javascript: boolean };
      };
      const { sandbox, javascript } = contents.getLastWebPreferences();
      const look = {
        isVisible: window.isVisible(),
        isSandboxed: sandbox,
        runsScripts: javascript,
        sharesSession: window.webContents.session === session.defaultSession,
      };
      seen.push(look);
      window.on('show', () => {
        look.isVisible = true;
      });
    });
  });
  return async () => {
    await watching;
    return app.evaluate(() => (globalThis as unknown as { seenWindows: OtherWindow[] }).seenWindows);
  };
}
